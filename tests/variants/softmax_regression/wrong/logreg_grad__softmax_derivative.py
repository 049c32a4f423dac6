# question: logreg_grad
# why: multiplies with the derivative of a sigmoid as well
# cause: extra_activation_derivative
# fails: logreg_grad-W, logreg_grad-b
# says: grads["W"] is wrong
# edit: self.forward(x) - one_hot(self.output_size, y_true)
# to: (self.forward(x) - one_hot(self.output_size, y_true)) * self.forward(x) * (1 - self.forward(x))
