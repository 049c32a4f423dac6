# question: get_loss
# why: the gradient of the loss in place of the loss
# cause: none
# fails: get_loss-value
# says: one number is expected
# edit: return self.loss.forward(y, self.forward(x))
# to: return self.loss.get_gradient(y, self.forward(x))
