# question: activations
# why: takes X for the activation
# cause: derivative_at_activation
# fails: activations-dtanh
# says: the derivative is taken at the activation instead of the pre-activation.
# edit: 1 - np.tanh(X) ** 2
# to:   1 - X**2
