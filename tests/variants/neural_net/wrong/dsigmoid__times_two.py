# question: dsigmoid
# why: writes `* 2` for `** 2`
# cause: times_two_for_square
# fails: dsigmoid-values, dsigmoid-shapes
# says: a square is written as `* 2` instead of `** 2`.
def dsigmoid(X):
    return np.exp(-X) / ((1 + np.exp(-X)) * 2)
