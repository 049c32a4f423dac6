# question: deep_net
# why: the backward loop stops before the first layer
# cause: none
# fails: deep_net-grad_weights, deep_net-grad_biases, deep_net-default_activation
# says: grads["weights"] has length 0, expected 1.
# edit: reversed(range(len(self.weights)))
# to:   reversed(range(1, len(self.weights)))
