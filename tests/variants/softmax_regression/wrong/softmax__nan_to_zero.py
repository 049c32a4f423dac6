# question: softmax
# why: replaces nan by 0 instead of preventing it
# cause: none
# fails: softmax-stable
# says: gives probability 0 to the largest logit of a row
def softmax(X):
    e = np.exp(np.asarray(X, dtype=float))
    return np.nan_to_num(e / np.sum(e, axis=-1, keepdims=True))
