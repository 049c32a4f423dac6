# question: backpropagation_batch
# why: from the last layer to the first by recursion, einsum in place of products
def backpropagation_batch(inputs, layers, activation_funcs, targets, activation_ders, cost_der=None):
    layer_inputs, zs, predict = feed_forward_saver_batch(inputs, layers, activation_funcs)

    def walk(i, upstream):
        if i < 0:
            return []
        delta = np.multiply(upstream, activation_ders[i](zs[i]))
        below = np.einsum("no,io->ni", delta, layers[i][0])
        return walk(i - 1, below) + [(np.einsum("ni,no->io", layer_inputs[i], delta), delta.sum(0))]

    first = 2 * (predict - targets) / targets.size if cost_der is None else cost_der(predict, targets)
    return walk(len(layers) - 1, first)
