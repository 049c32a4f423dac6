# question: softmax
# why: normalises over the columns instead of the rows
# cause: softmax_wrong_axis
# fails: softmax-batch, softmax-stable
# says: each column adds up to 1
def softmax(X):
    X = np.asarray(X)
    exponentials = np.exp(X - np.max(X, axis=0, keepdims=True))
    return exponentials / np.sum(exponentials, axis=0, keepdims=True)
