# question: neural_net
# why: computes the last gradient with parameters that have moved already
# cause: gradient_after_other_steps
# fails: neural_net-train
# says: the change of b_o in one call of train is wrong in
# edit: self.b_o - learning_rate * grads["b_o"]
# to:   self.b_o - learning_rate * self.grad_loss(x, y)["b_o"]
