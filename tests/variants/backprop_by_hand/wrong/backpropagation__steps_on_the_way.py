# question: backpropagation
# why: makes a step on each layer on the way back
# cause: input_changed
# fails: backpropagation-weights, backpropagation-biases
# says: an array of `layers` is not the same after the call
def backpropagation(input, layers, activation_funcs, target, activation_ders, cost_der=mse_der):
    layer_inputs, zs, predict = feed_forward_saver(input, layers, activation_funcs)
    grads = [None] * len(layers)
    dC_da = cost_der(predict, target)
    for i in reversed(range(len(layers))):
        W, b = layers[i]
        dC_dz = dC_da * slopes(activation_ders[i], zs[i])
        dC_dW = np.outer(dC_dz, layer_inputs[i])
        grads[i] = (dC_dW, dC_dz)
        W -= 0.1 * dC_dW
        b -= 0.1 * dC_dz
        dC_da = W.T @ dC_dz
    return grads
