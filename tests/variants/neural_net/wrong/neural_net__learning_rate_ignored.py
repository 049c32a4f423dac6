# question: neural_net
# why: a learning rate of its own
# cause: fixed_step
# fails: neural_net-train
# says: the change of W_h in one call of train is wrong in
# edit: grads = self.grad_loss(x, y)
# to:   grads, learning_rate = self.grad_loss(x, y), 0.01
