# question: sigmoid
# why: the other activation function
# cause: none
# fails: sigmoid-values, sigmoid-shapes, sigmoid-stable
# says: there it must lie between 0 and 1
def sigmoid(X):
    return np.tanh(X)
