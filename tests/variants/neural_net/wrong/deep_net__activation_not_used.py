# question: deep_net
# why: ignores the activation that it is given
# cause: activation_not_used
# fails: deep_net-forward
# says: forward(X) with hidden_sizes=[4] (expected: the first layer done by hand) is wrong in
# edit: self.activation, self.d_activation = activation, d_activation
# to:   self.activation, self.d_activation = sigmoid, dsigmoid
