# question: batchnorm
# why: never moves the running variance
# cause: not_updated
# fails: batchnorm-running
# says: running_var after a training pass
# edit: self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
# to:   pass
