# question: get_loss
# why: prints the loss
# cause: prints_instead_of_returning
# fails: get_loss-value
# says: get_loss(x, y) returned None
# edit: return self.loss.forward(y, self.forward(x))
# to: print(self.loss.forward(y, self.forward(x)))
