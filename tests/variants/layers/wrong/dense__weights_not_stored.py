# question: dense
# why: computes new weights and drops them
# cause: not_updated
# fails: dense-weights
# says: the same after the step
# edit: self.weights = self.weights - self
# to:   updated = self.weights - self
