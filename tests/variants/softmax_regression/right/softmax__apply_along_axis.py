# question: softmax
# why: one function for a vector, applied along the last axis
def softmax(X):
    return np.apply_along_axis(_softmax_of_one, -1, np.array(X, dtype=float))


def _softmax_of_one(z):
    e = np.exp(z - np.max(z))
    return e / e.sum()
