# question: logreg_grad
# why: the gradient of b is a vector of ones
# cause: bias_gradient_of_ones
# fails: logreg_grad-b
# says: ignores what comes from above
# edit: "b": delta}
# to: "b": np.ones(self.output_size)}
