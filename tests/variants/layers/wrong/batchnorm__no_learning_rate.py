# question: batchnorm
# why: calls the learning rate by another name
# cause: none
# also: fixed_learning_rate
# fails: batchnorm-start, batchnorm-gamma, batchnorm-beta
# says: has no attribute `learning_rate`
# edit: self.learning_rate = 0.1
# to:   self.rate = 0.1
# edit: self.learning_rate * np.sum(grad_output * normal, axis=0)
# to:   self.rate * np.sum(grad_output * normal, axis=0)
# edit: self.beta - self.learning_rate
# to:   self.beta - self.rate
