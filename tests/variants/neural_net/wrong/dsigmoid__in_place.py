# question: dsigmoid
# why: derivative in place over the argument: the caller's pre-activations are destroyed
# cause: input_changed
# fails: dsigmoid-values
# says: X is not the same after the call.
def dsigmoid(X):
    s = sigmoid(X)
    if isinstance(X, np.ndarray) and X.dtype == float:
        X[...] = s
        X *= 1 - s
        return X
    return s * (1 - s)
