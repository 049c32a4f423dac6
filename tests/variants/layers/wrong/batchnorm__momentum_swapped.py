# question: batchnorm
# why: swaps the two factors
# cause: momentum_swapped
# fails: batchnorm-running
# says: change places
# edit: self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
# to:   self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
