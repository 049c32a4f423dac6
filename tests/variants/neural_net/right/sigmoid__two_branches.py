# question: sigmoid
# why: one form for each sign, so that nothing overflows
def sigmoid(X):
    small = np.exp(-np.abs(X))
    return np.where(np.asarray(X) >= 0, 1, small) / (1 + small)
