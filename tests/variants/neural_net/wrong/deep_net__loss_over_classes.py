# question: deep_net
# why: averages over all entries
# cause: mean_over_classes
# fails: deep_net-loss
# says: the mean is taken over all entries, classes included, instead of over the samples.
# edit: return nll(one_hot(len(self.biases[-1]), y), self.forward(X))
# to:   return np.mean(-one_hot(len(self.biases[-1]), y) * np.log(self.forward(X)))
