# question: get_loss
# why: adds each loss to those of the calls before
# cause: none
# fails: get_loss-value
# says: what is kept from the call before
# edit: return self.loss.forward(y, self.forward(x))
# to: self.seen = getattr(self, "seen", 0.0) + self.loss.forward(y, self.forward(x)); return self.seen
