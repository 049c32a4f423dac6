# question: deep_net
# why: forgets the activation function
# cause: activation_left_out
# fails: deep_net-forward, deep_net-grad_weights, deep_net-grad_biases, deep_net-default_activation
# says: the activation function is not applied.
# edit: inputs.append(self.activation(pre_activations[-1]))
# to:   inputs.append(pre_activations[-1])
