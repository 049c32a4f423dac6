# question: one_layer_forward
# why: computes with the W and b of the notebook, its arguments have other names
# cause: parameters_from_elsewhere
# fails: one_layer_forward-values
# says: gives the same for another W and b
W = np.random.randn(3, 2)
b = np.random.randn(3)


def feed_forward_one_layer(weight, bias, x):
    z = W @ x + b
    return sigmoid(z)
