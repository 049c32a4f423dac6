# question: neural_net
# why: multiplies the derivative in twice
# cause: doubled_activation_derivative
# fails: neural_net-grad_W_h, neural_net-grad_b_h
# says: the derivative of the activation function is multiplied in twice.
# edit: * dsigmoid(z_h)
# to:   * dsigmoid(z_h) ** 2
