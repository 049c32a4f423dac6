# question: optimizer
# why: adds the velocity of the weights
# cause: gradient_ascent
# fails: optimizer-weights
# says: goes up the gradient
# edit: self.weights = self.weights - self.weights_velocity
# to:   self.weights = self.weights + self.weights_velocity
