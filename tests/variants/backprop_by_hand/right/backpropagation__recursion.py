# question: backpropagation
# why: recursive, own forward pass, lists instead of tuples, both styles of derivatives
def backpropagation(x, layers, funcs, t, ders, cost_der=None):
    def walk(x, i):
        if i == len(layers):
            return (cost_der or mse_der)(x, t), []
        W, b = layers[i]
        z = np.dot(W, x) + b
        above, grads = walk(funcs[i](z), i + 1)
        slope = ders[i](z)
        delta = above @ slope if np.ndim(slope) == 2 else above * slope
        return delta @ W, [[np.einsum("i,j->ij", delta, x), delta]] + grads

    return walk(np.asarray(x), 0)[1]
