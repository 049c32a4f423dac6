# question: l2
# why: forgets the factor of the square
# cause: missing_factor_two
# fails: l2-weights
# says: the factor 2
# edit: penalty_gradient = 2 * self.alpha * self.weights
# to:   penalty_gradient = self.alpha * self.weights
