# question: softmax
# why: takes the second axis, as if there were always two: a vector has none, and with three axes it is not the last
# cause: none
# fails: softmax-batch, softmax-vector
# says: for X of shape (2, 3, 4) does not give probabilities
def softmax(X):
    powers = np.exp(np.subtract(X, np.max(X, axis=1, keepdims=True)))
    return powers / powers.sum(axis=1, keepdims=True)
