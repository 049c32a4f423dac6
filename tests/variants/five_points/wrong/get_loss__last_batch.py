# question: get_loss
# why: leaves the last sample out
# cause: one_sample_left_out
# fails: get_loss-value
# says: get_loss(x, y)
# edit: return self.loss.forward(y, self.forward(x))
# to: return self.loss.forward(y[:-1], self.forward(x)[:-1])
