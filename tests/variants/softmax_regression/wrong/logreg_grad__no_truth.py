# question: logreg_grad
# why: forgets the one-hot truth
# cause: truth_not_subtracted
# fails: logreg_grad-W, logreg_grad-b
# says: grads["W"] is wrong
# edit: self.forward(x) - one_hot(self.output_size, y_true)
# to: self.forward(x)
