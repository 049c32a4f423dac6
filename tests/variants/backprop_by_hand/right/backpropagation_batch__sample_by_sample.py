# question: backpropagation_batch
# why: adds up the gradients of the samples, one after the other, keepdims for the bias
# alone: its bias gradients are rows, so its biases are rows in the training as well
def backpropagation_batch(inputs, layers, activation_funcs, targets, activation_ders, cost_der=None):
    if cost_der is None:
        cost_der = lambda p, t: 2 / p.size * (p - t)
    layer_inputs, zs, predict = feed_forward_saver_batch(inputs, layers, activation_funcs)
    all_deltas = cost_der(predict, targets)
    sums = [(np.zeros(W.shape), np.zeros((1, len(b)))) for W, b in layers]
    for n in range(len(inputs)):
        upstream = all_deltas[n]
        for i in range(len(layers) - 1, -1, -1):
            delta = upstream * activation_ders[i](zs[i][n : n + 1])[0]
            dW, db = sums[i]
            dW += np.outer(layer_inputs[i][n], delta)
            db += delta
            upstream = layers[i][0] @ delta
    return sums
