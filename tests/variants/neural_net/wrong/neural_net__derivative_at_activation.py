# question: neural_net
# why: takes the derivative at h
# cause: derivative_at_activation
# fails: neural_net-grad_W_h, neural_net-grad_b_h
# says: the derivative is taken at the activation instead of the pre-activation.
# edit: * dsigmoid(z_h)
# to:   * dsigmoid(h)
