# question: activations
# why: hands the tanh of X to the derivative
# cause: derivative_at_activation
# fails: activations-dtanh
# says: the derivative is taken at the activation instead of the pre-activation.
# edit: 1 - np.tanh(X) ** 2
# to:   1 - np.tanh(tanh(X)) ** 2
