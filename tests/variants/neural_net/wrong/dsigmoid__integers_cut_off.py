# question: dsigmoid
# why: writes into an array made like X
# cause: integer_result
# fails: dsigmoid-shapes
# says: the result is stored in integers, so the decimals are cut off.
def dsigmoid(X):
    result = np.zeros_like(X)
    result[...] = sigmoid(X) * (1 - sigmoid(X))
    return result
