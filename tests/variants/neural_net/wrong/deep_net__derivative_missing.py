# question: deep_net
# why: forgets the derivative of the activation function
# cause: missing_activation_derivative
# fails: deep_net-grad_weights, deep_net-grad_biases
# says: grads["weights"][0] (hidden_sizes=[4], N = 3) is wrong in
# edit:  * self.d_activation(pre_activations[i - 1])
# to:
