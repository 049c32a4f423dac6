# question: dense
# why: multiplies the two factors in the wrong order
# cause: none
# fails: dense-grad_input, dense-weights, dense-biases
# says: raised ValueError
# edit: self.weights = self.weights - self.learning_rate * (input.T @ grad_output)
# to:   self.weights = self.weights - self.learning_rate * (grad_output.T @ input)
