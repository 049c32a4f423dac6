# question: neural_net
# why: forgets the minus sign of the log likelihood
# cause: missing_minus
# fails: neural_net-loss
# says: the minus sign of the log likelihood is missing.
# edit: return nll(one_hot(self.output_size, y), self.forward(X))
# to:   return -nll(one_hot(self.output_size, y), self.forward(X))
