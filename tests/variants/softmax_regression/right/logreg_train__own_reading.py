# question: logreg_train
# why: the step is computed from the forward pass, without grad_loss, W and b at once
# edit: grads = self.grad_loss(x, y)
# to: error = self.forward(x) - one_hot(self.output_size, y); grads = {"W": np.outer(x, error), "b": error}
