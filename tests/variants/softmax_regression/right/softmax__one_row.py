# question: softmax
# why: one sample comes back as one row
# alone: the instructor's own steps add the gradient of a sample to biases (C,), and a row does not fit there
def softmax(X):
    X = np.atleast_2d(np.array(X, dtype=float))
    e = np.exp(X - X.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
