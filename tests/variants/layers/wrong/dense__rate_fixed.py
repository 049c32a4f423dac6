# question: dense
# why: ignores the learning rate that it is given
# cause: constant_factor
# fails: dense-weights, dense-biases
# says: 0.1429 times what it should be
# edit: self.learning_rate = learning_rate
# to:   self.learning_rate = 0.1
