# question: neural_net
# why: takes the gradient of the hidden bias to be one
# cause: bias_gradient_of_ones
# fails: neural_net-grad_b_h
# says: the gradient of the bias ignores what comes from above.
# edit: "b_h": delta_h
# to:   "b_h": np.ones_like(delta_h)
