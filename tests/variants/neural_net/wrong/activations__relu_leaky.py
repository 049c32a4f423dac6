# question: activations
# why: lets a little of the negative side through
# cause: multiple_of_argument
# fails: activations-relu
# says: relu of negative numbers, a numpy array of shape (6,), is wrong in
# edit: np.maximum(X, 0)
# to:   np.maximum(X, 0.01 * X)
