# question: dsigmoid
# why: squares the exponential instead of the whole denominator
# cause: none
# fails: dsigmoid-values, dsigmoid-shapes
# says: dsigmoid(X) is wrong in
def dsigmoid(X):
    return np.exp(-X) / (1 + np.exp(-X) ** 2)
