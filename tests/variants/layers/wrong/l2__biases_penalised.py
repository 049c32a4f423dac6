# question: l2
# why: penalises the biases too
# cause: biases_penalised
# fails: l2-biases
# says: the biases are penalised
# edit: self.weights = self.weights - self.learning_rate * penalty_gradient
# to:   self.weights = self.weights - self.learning_rate * penalty_gradient; self.biases = self.biases * (1 - 2 * self.alpha * self.learning_rate) - 2 * self.alpha * self.learning_rate**2 * np.sum(grad_output, axis=0)
