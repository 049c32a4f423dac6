# question: one_layer_forward
# why: adds up the pre-activation in the bias that it was given
# cause: input_changed
# fails: one_layer_forward-values
# says: b is not the same after the call
def feed_forward_one_layer(W, b, x):
    for i in range(W.shape[0]):
        for j in range(W.shape[1]):
            b[i] = b[i] + W[i, j] * x[j]
    return sigmoid(b)


W = np.random.randn(3, 2)
b = np.random.randn(3)
