# question: backpropagation
# why: the loop stops before the first layer
# cause: layer_left_out
# fails: backpropagation-one_layer, backpropagation-weights, backpropagation-biases, backpropagation-cost_der, backpropagation-by_hand
# says: this layer is left out
def backpropagation(input, layers, activation_funcs, target, activation_ders, cost_der=mse_der):
    layer_inputs, zs, predict = feed_forward_saver(input, layers, activation_funcs)
    layer_grads = [() for layer in layers]
    dC_da = cost_der(predict, target)
    for i in range(len(layers) - 1, 0, -1):
        dC_dz = dC_da * activation_ders[i](zs[i])
        layer_grads[i] = (np.outer(dC_dz, layer_inputs[i]), dC_dz)
        dC_da = layers[i][0].T @ dC_dz
    return layer_grads
