# question: dense
# why: climbs the gradient with the weights
# cause: gradient_ascent
# fails: dense-weights
# says: goes up the gradient
# edit: self.weights = self.weights - self
# to:   self.weights = self.weights + self
