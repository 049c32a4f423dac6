# question: logreg_train
# why: adds the gradient of b
# cause: gradient_ascent
# fails: logreg_train-b
# says: goes up the gradient
# edit: self.b - learning_rate
# to: self.b + learning_rate
