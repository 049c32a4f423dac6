# question: dsigmoid
# why: correct for moderate X, nan or far off for large ones
# cause: same_everywhere
# fails: dsigmoid-values
# says: dsigmoid of entries from 12 to 30 in size is wrong in
def dsigmoid(X):
    s = sigmoid(np.clip(X, -6, 6))
    return s * (1 - s)
