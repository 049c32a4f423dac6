# question: neural_net
# why: feeds the output layer with z_h
# cause: preactivation_for_activation
# fails: neural_net-forward_one, neural_net-forward_batch
# says: y, where only one hidden unit has outgoing weights, is wrong in
# edit: h @ self.W_o + self.b_o
# to:   z_h @ self.W_o + self.b_o
