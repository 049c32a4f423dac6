# question: l2
# why: never uses alpha
# cause: penalty_missing
# fails: l2-weights
# says: no influence on the step
# edit: self.weights = self.weights - self.learning_rate * penalty_gradient
# to:   pass
