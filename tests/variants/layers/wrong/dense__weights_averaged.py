# question: dense
# why: averages the gradient of the weights over the batch
# cause: averaged_although_done
# fails: dense-weights
# says: already carries the 1/N
# edit: self.weights = self.weights - self.learning_rate * (input.T @ grad_output)
# to:   self.weights = self.weights - self.learning_rate * (input.T @ grad_output) / len(input)
