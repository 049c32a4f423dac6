# question: backward
# why: the mean over the samples is taken back
# cause: batch_not_averaged
# fails: backward-single, backward-output_weights, backward-output_biases, backward-hidden_weights, backward-hidden_biases
# says: summed, not averaged
# edit: self.loss.get_gradient(y, self.forward(x))
# to: self.loss.get_gradient(y, self.forward(x)) * len(x)
