# question: backpropagation
# why: makes a step on the caller's layers after the gradients are found
# cause: input_changed
# fails: backpropagation-weights
# says: an array of `layers` is not the same after the call
def backpropagation(input, layers, activation_funcs, target, activation_ders, cost_der=mse_der):
    layer_inputs, zs, predict = feed_forward_saver(input, layers, activation_funcs)
    grads = [None] * len(layers)
    dC_da = cost_der(predict, target)
    for i in reversed(range(len(layers))):
        dC_dz = dC_da * slopes(activation_ders[i], zs[i])
        grads[i] = (np.outer(dC_dz, layer_inputs[i]), dC_dz)
        dC_da = layers[i][0].T @ dC_dz
    for (W, b), (dW, db) in zip(layers, grads):
        W -= 0.01 * dW
        b -= 0.01 * db
    return grads
