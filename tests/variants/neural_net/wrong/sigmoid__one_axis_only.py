# question: sigmoid
# why: walks through rows and columns, so only matrices and vectors work
# cause: none
# fails: sigmoid-shapes
# says: sigmoid(X) raised AttributeError
def sigmoid(X):
    if X.ndim == 1:
        return np.array([0.5 * (1 + np.tanh(x / 2)) for x in X])
    return np.array([[0.5 * (1 + np.tanh(x / 2)) for x in row] for row in X])
