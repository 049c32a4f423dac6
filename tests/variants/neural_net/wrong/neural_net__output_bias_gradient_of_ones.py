# question: neural_net
# why: takes the gradient of the output bias to be one
# cause: bias_gradient_of_ones
# fails: neural_net-grad_b_o
# says: the gradient of the bias ignores what comes from above.
# edit: "b_o": delta_o
# to:   "b_o": np.ones_like(delta_o)
