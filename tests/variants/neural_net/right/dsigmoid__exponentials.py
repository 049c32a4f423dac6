# question: dsigmoid
# why: the quotient with a square
def dsigmoid(X):
    e = np.exp(-np.abs(X))
    return e / (1 + e) ** 2
