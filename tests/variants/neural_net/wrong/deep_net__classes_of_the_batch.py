# question: deep_net
# why: takes the largest label of the batch for the last class on the way back
# cause: none
# fails: deep_net-grad_weights, deep_net-grad_biases
# says: grad_loss(X, y) raised ValueError
# edit: delta = (probabilities - one_hot(len(self.biases[-1]), y)) / len(X)
# to:   delta = (probabilities - one_hot(max(y) + 1, y)) / len(X)
