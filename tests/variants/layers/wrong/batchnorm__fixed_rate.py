# question: batchnorm
# why: steps with 0.1 whatever learning_rate says
# cause: fixed_learning_rate
# fails: batchnorm-gamma, batchnorm-beta
# says: the attribute `learning_rate`
# edit: self.learning_rate * np.sum(grad_output * normal, axis=0)
# to:   0.1 * np.sum(grad_output * normal, axis=0)
# edit: self.beta - self.learning_rate
# to:   self.beta - 0.1
