# question: activations
# why: relu6: capped at 6, wrong for large entries; drelu goes with it
# cause: clipped_entries
# fails: activations-relu
# says: relu of positive numbers, a numpy array of shape (6,), is wrong in 4 of 6 entries.
def tanh(X):
    return 1 - 2 / (np.exp(2 * np.asarray(X)) + 1)


def dtanh(X):
    return 1 - tanh(X) ** 2


def relu(X):
    return np.minimum(np.maximum(X, 0), 6)


def drelu(X):
    X = np.asarray(X)
    return ((X > 0) & (X < 6)).astype(float)
