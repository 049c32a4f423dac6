# question: backpropagation_batch
# why: makes a step in place on the layers that it is given
# cause: input_changed
# fails: backpropagation_batch-weights
# says: an array of `layers` is not the same after the call
def mse_der_batch(predict, targets):
    return 2 * (predict - targets) / predict.size


def backpropagation_batch(inputs, layers, activation_funcs, targets, activation_ders, cost_der=mse_der_batch):
    layer_inputs, zs, predict = feed_forward_saver_batch(inputs, layers, activation_funcs)
    layer_grads = [() for layer in layers]
    for i in reversed(range(len(layers))):
        layer_input, z, activation_der = layer_inputs[i], zs[i], activation_ders[i]
        if i == len(layers) - 1:
            dC_da = cost_der(predict, targets)
        else:
            (W, b) = layers[i + 1]
            dC_da = dC_dz @ W.T
        dC_dz = dC_da * activation_der(z)
        dC_dW = layer_input.T @ dC_dz
        dC_db = np.sum(dC_dz, axis=0)
        layer_grads[i] = (dC_dW, dC_db)
    for (W, b), (dW, db) in zip(layers, layer_grads):
        W -= 0.01 * dW
        b -= 0.01 * db
    return layer_grads
