# question: logreg_train
# why: takes the gradient of b after W has moved
# cause: gradient_after_other_steps
# fails: logreg_train-b
# says: the change of b in one call of train is wrong
# edit: grads["b"]
# to: self.grad_loss(x, y)["b"]
