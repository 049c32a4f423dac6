# question: backpropagation
# why: takes the derivative at the activation
# cause: derivative_at_activation
# fails: backpropagation-one_layer, backpropagation-weights, backpropagation-biases, backpropagation-cost_der, backpropagation-by_hand
# says: the derivative is taken at the activation instead of the pre-activation
def backpropagation(input, layers, activation_funcs, target, activation_ders, cost_der=mse_der):
    layer_inputs, zs, predict = feed_forward_saver(input, layers, activation_funcs)
    activations = layer_inputs[1:] + [predict]
    layer_grads = []
    dC_da = cost_der(predict, target)
    for i in range(len(layers) - 1, -1, -1):
        dC_dz = dC_da * activation_ders[i](activations[i])
        layer_grads.insert(0, (np.outer(dC_dz, layer_inputs[i]), dC_dz))
        dC_da = layers[i][0].T @ dC_dz
    return layer_grads
