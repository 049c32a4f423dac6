# question: neural_net
# why: walks up the gradient
# cause: gradient_ascent
# fails: neural_net-train
# says: the step goes up the gradient instead of down.
# edit: self.W_h - learning_rate * grads["W_h"]
# to:   self.W_h + learning_rate * grads["W_h"]
