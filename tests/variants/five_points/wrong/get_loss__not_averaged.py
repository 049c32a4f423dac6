# question: get_loss
# why: multiplies the mean by the number of samples
# cause: missing_mean
# fails: get_loss-value
# says: number of entries is missing
# edit: return self.loss.forward(y, self.forward(x))
# to: return self.loss.forward(y, self.forward(x)) * len(x)
