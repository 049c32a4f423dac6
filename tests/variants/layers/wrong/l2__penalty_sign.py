# question: l2
# why: lets the weights grow
# cause: penalty_wrong_sign
# fails: l2-weights
# says: grow instead of shrink
# edit: self.weights = self.weights - self.learning_rate * penalty_gradient
# to:   self.weights = self.weights + self.learning_rate * penalty_gradient
