# question: neural_net
# why: forgets the bias of the output layer
# cause: biases_not_added
# fails: neural_net-forward_one, neural_net-forward_batch
# says: the biases are not added.
# edit: h @ self.W_o + self.b_o
# to:   h @ self.W_o
