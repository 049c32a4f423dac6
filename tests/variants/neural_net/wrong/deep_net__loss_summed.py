# question: deep_net
# why: sums over the samples
# cause: sum_for_mean
# fails: deep_net-loss
# says: the sum over the samples is returned instead of their mean.
# edit: return nll(one_hot(len(self.biases[-1]), y), self.forward(X))
# to:   return nll(one_hot(len(self.biases[-1]), y), self.forward(X)) * len(X)
