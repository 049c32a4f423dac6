# question: one_layer_forward
# why: one sample as a row of a matrix, and everything in a helper
def affine(W, b, x):
    return x.reshape(1, -1) @ W.T + b


def feed_forward_one_layer(W, b, x):
    z = affine(W, b, x)
    return sigmoid(z)


W = np.random.randn(3, 2)
b = np.random.randn(3)
