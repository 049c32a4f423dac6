# question: optimizer
# why: overwrites the velocity of the weights
# cause: memory_lost
# fails: optimizer-weights
# says: the steps before have no influence
# edit: self.weights_velocity = self.momentum * self.weights_velocity + self.learning_rate * grad_weights
# to:   self.weights_velocity = self.learning_rate * grad_weights
