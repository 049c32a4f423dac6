# question: batchnorm
# why: takes the first batch as it is for the running statistics
# cause: none
# fails: batchnorm-running
# says: running_mean after a training pass is wrong
# edit: self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
# to:   self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean if np.any(self.running_mean) else mean
# edit: self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
# to:   self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var if np.any(self.running_var != 1) else var
