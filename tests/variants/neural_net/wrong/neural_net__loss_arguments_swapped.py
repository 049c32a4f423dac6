# question: neural_net
# why: swaps truth and prediction in the cost
# cause: none
# fails: neural_net-loss
# says: loss(X, y) of one sample has the wrong value
# edit: return nll(one_hot(self.output_size, y), self.forward(X))
# to:   return nll(self.forward(X), one_hot(self.output_size, y))
