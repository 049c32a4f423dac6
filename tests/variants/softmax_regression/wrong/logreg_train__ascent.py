# question: logreg_train
# why: adds the gradient of W where it must be subtracted
# cause: gradient_ascent
# fails: logreg_train-W
# says: goes up the gradient
# edit: self.W = self.W - learning_rate
# to: self.W = self.W + learning_rate
