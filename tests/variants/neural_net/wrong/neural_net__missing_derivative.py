# question: neural_net
# why: forgets the derivative of the sigmoid
# cause: missing_activation_derivative
# fails: neural_net-grad_W_h, neural_net-grad_b_h
# says: the derivative of the activation function is missing as a factor.
# edit: (self.W_o @ delta_o) * dsigmoid(z_h)
# to:   self.W_o @ delta_o
