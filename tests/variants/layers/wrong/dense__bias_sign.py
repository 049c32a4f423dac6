# question: dense
# why: has a wrong sign in the step of the biases
# cause: gradient_ascent
# fails: dense-biases
# says: goes up the gradient
# edit: self.biases = self.biases - self
# to:   self.biases = self.biases + self
