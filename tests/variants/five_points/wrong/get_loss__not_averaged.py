# question: get_loss
# why: multiplies the mean by the number of samples
# cause: mean_per_sample_summed
# fails: get_loss-value
# says: the costs of the samples are summed, not averaged
# edit: return self.loss.forward(y, self.forward(x))
# to: return self.loss.forward(y, self.forward(x)) * len(x)
