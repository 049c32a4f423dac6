# question: activations
# why: returns relu itself
# cause: function_for_derivative
# fails: activations-drelu
# says: this is the function itself, not its derivative.
# edit: np.where(np.asarray(X) > 0, 1.0, 0.0)
# to:   np.maximum(X, 0.0)
