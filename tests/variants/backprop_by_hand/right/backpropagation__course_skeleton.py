# question: backpropagation
# why: the loop with an if for the last layer, pairs stored by index, helper arguments
def backpropagation(input, layers, activation_funcs, target, activation_ders, cost_der=mse_der, debug=False):
    layer_inputs, zs, predict = feed_forward_saver(input, layers, activation_funcs)
    layer_grads = [() for layer in layers]
    for i in reversed(range(len(layers))):
        layer_input, z, activation_der = layer_inputs[i], zs[i], activation_ders[i]
        if i == len(layers) - 1:
            dC_da = cost_der(predict, target)
        else:
            (W, b) = layers[i + 1]
            dC_da = W.T @ dC_dz
        dC_dz = dC_da * activation_der(z)
        dC_dW = np.outer(dC_dz, layer_input)
        dC_db = dC_dz
        layer_grads[i] = (dC_dW, dC_db)
    return layer_grads
