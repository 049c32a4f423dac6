# question: backpropagation_batch
# why: asks for the derivative of the cost of one sample at a time, and divides by the number of samples
# cause: constant_factor
# fails: backpropagation_batch-one_layer
# says: where `cost_der` is no derivative of a mean
def backpropagation_batch(inputs, layers, activation_funcs, targets, activation_ders, cost_der=mse_der):
    layer_inputs, zs, predict = feed_forward_saver_batch(inputs, layers, activation_funcs)
    N = len(inputs)
    E = np.array([cost_der(predict[n], targets[n]) for n in range(N)]) / N
    grads = []
    for k in range(len(layers) - 1, -1, -1):
        delta = E * activation_ders[k](zs[k])
        grads.insert(0, (layer_inputs[k].T @ delta, delta.sum(axis=0)))
        E = delta @ layers[k][0].T
    return grads
