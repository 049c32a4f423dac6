# question: get_loss
# why: compares the truth with the inputs
# cause: none
# fails: get_loss-value
# says: raised ValueError
# edit: return self.loss.forward(y, self.forward(x))
# to: return self.loss.forward(y, x)
