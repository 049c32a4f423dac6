# question: logreg_grad
# why: truth minus prediction
# cause: wrong_sign
# fails: logreg_grad-W, logreg_grad-b
# says: the sign is wrong
# edit: self.forward(x) - one_hot(self.output_size, y_true)
# to: one_hot(self.output_size, y_true) - self.forward(x)
