# question: neural_net
# why: sums the gradient of the output bias over the classes
# cause: none
# fails: neural_net-grad_b_o
# says: grads["b_o"] has shape (), expected (C,) = (3,).
# edit: "b_o": delta_o
# to:   "b_o": np.sum(delta_o)
