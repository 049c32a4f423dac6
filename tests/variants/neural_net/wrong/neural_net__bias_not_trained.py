# question: neural_net
# why: forgets to update the hidden bias
# cause: not_updated
# fails: neural_net-train
# says: the parameters are the same after the step.
# edit: self.b_h = self.b_h - learning_rate * grads["b_h"]
# to:   pass
