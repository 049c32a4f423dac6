# question: logreg_train
# why: the learning rate is ignored for b
# cause: learning_rate_ignored
# fails: logreg_train-b
# says: does not use the learning rate
# edit: self.b - learning_rate * grads["b"]
# to: self.b - grads["b"]
