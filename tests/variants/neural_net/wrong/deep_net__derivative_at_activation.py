# question: deep_net
# why: takes the derivative at the activation of the layer
# cause: derivative_at_activation
# fails: deep_net-grad_weights, deep_net-grad_biases
# says: the derivative is taken at the activation instead of the pre-activation.
# edit: self.d_activation(pre_activations[i - 1])
# to:   self.d_activation(inputs[i])
