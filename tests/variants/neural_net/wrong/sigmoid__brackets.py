# question: sigmoid
# why: brackets are missing below the line
# cause: none
# fails: sigmoid-values, sigmoid-shapes, sigmoid-stable
# says: there it must lie between 0 and 1
def sigmoid(X):
    return 1 / 1 + np.exp(-X)
