# question: optimizer
# why: has no memory for the biases
# cause: memory_lost
# fails: optimizer-biases
# says: the steps before have no influence
# edit: self.biases_velocity = self.momentum * self.biases_velocity + self.learning_rate * grad_biases
# to:   self.biases_velocity = self.learning_rate * grad_biases
