# question: neural_net
# why: gradient of the hidden bias without the derivative of the sigmoid
# cause: missing_activation_derivative
# fails: neural_net-grad_b_h
# says: the derivative of the activation function is missing as a factor.
# edit: "b_h": delta_h
# to:   "b_h": self.W_o @ delta_o
