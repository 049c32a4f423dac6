# question: logreg_train
# why: divides the step of W by the length of the sample, as if it were a batch
# cause: divided_by_size
# fails: logreg_train-W
# says: divided by the number of its rows
# edit: self.W - learning_rate * grads["W"]
# to: self.W - learning_rate * grads["W"] / len(x)
