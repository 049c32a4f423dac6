# question: softmax
# why: subtracts the largest logit in the array of the caller
# cause: input_changed
# fails: softmax-vector, softmax-batch
# says: works in place on the array
def softmax(X):
    X = np.asarray(X)
    if X.dtype.kind == "i":
        X = X.astype(float)
    X -= np.max(X, axis=-1, keepdims=True)
    exponentials = np.exp(X)
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)
