# question: sigmoid
# why: writes into an array made like X, which cuts off the decimals when X holds integers
# cause: integer_result
# fails: sigmoid-shapes
# says: the result is stored in integers, so the decimals are cut off.
def sigmoid(X):
    X = np.asarray(X)
    result = np.zeros_like(X)
    right = X >= 0
    result[right] = 1 / (1 + np.exp(-X[right]))
    result[~right] = np.exp(X[~right]) / (1 + np.exp(X[~right]))
    return result
