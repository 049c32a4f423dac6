# question: optimizer
# why: adds up the velocities of the biases
# cause: memory_never_fades
# fails: optimizer-biases
# says: the memory does not fade
# edit: self.biases_velocity = self.momentum * self.biases_velocity + self.learning_rate * grad_biases
# to:   self.biases_velocity = self.biases_velocity + self.learning_rate * grad_biases
