# question: neural_net
# why: forgets the bias of the hidden layer
# cause: biases_not_added
# fails: neural_net-forward_one, neural_net-forward_batch
# says: the biases are not added.
# edit: X @ self.W_h + self.b_h
# to:   X @ self.W_h
