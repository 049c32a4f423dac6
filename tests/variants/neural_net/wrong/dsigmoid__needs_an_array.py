# question: dsigmoid
# why: asks numbers for their shape
# cause: none
# fails: dsigmoid-shapes
# says: dsigmoid(X) raised AttributeError
def dsigmoid(X):
    s = sigmoid(X.ravel())
    return (s * (1 - s)).reshape(X.shape)
