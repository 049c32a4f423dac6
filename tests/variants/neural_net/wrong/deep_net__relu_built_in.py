# question: deep_net
# why: always relu, whatever activation is given; the gradients are those of this network
# cause: activation_not_used
# fails: deep_net-forward, deep_net-default_activation
# says: forward(X) with hidden_sizes=[4] (expected: the first layer done by hand) is wrong in
# edit: self.activation, self.d_activation = activation, d_activation
# to:   self.activation, self.d_activation = relu, drelu
