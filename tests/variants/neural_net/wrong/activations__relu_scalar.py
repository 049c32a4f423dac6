# question: activations
# why: an if on a whole array
# cause: none
# fails: activations-relu
# says: relu(X) raised ValueError
# edit: np.maximum(X, 0)
# to:   X if X > 0 else 0.0
