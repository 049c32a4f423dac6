# question: activations
# why: the formulas as they stand; booleans for the derivative of relu
def tanh(X):
    return (np.exp(X) - np.exp(-X)) / (np.exp(X) + np.exp(-X))


def dtanh(X):
    return 1 / np.cosh(X) ** 2


def relu(X):
    return X * (X > 0)


def drelu(X):
    return np.asarray(X) > 0
