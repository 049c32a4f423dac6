# question: optimizer
# why: multiplies the new gradient by one minus the momentum
# cause: gradient_weakened_by_memory
# fails: optimizer-weights
# says: one minus the momentum
# edit: self.weights_velocity = self.momentum * self.weights_velocity + self.learning_rate * grad_weights
# to:   self.weights_velocity = self.momentum * self.weights_velocity + (1 - self.momentum) * self.learning_rate * grad_weights
