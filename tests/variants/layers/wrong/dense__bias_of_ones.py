# question: dense
# why: takes ones for the gradient of the biases
# cause: bias_gradient_of_ones
# fails: dense-biases
# says: ignores what comes from above
# edit: np.sum(grad_output, axis=0)
# to:   np.ones(len(self.biases))
