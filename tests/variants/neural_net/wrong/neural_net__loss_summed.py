# question: neural_net
# why: multiplies the mean by the number of samples
# cause: sum_for_mean
# fails: neural_net-loss
# says: the sum over the samples is returned instead of their mean.
# edit: return nll(one_hot(self.output_size, y), self.forward(X))
# to:   return nll(one_hot(self.output_size, y), self.forward(X)) * np.size(y)
