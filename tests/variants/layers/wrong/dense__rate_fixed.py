# question: dense
# why: ignores the learning rate that it is given
# cause: fixed_step
# fails: dense-weights, dense-biases
# says: whatever learning rate is asked for
# edit: self.learning_rate = learning_rate
# to:   self.learning_rate = 0.1
