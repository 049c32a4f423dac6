# question: activations
# why: takes the absolute value
# cause: absolute_value
# fails: activations-relu
# says: negative entries come out positive instead of as 0.
# edit: np.maximum(X, 0)
# to:   np.abs(X)
