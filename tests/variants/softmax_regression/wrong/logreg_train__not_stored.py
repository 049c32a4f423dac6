# question: logreg_train
# why: the new W goes into a local name
# cause: not_updated
# fails: logreg_train-W
# says: the same after the step
# edit: self.W = self.W - learning_rate
# to: W = self.W - learning_rate
