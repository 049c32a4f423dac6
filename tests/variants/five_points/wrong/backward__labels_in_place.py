# question: backward
# why: leaves the differences in the caller's labels
# cause: input_changed
# fails: backward-repeat
# says: y is not the same after the call
# edit: upstream = self.loss.get_gradient(y, self.forward(x))
# to: upstream = self.loss.get_gradient(y, self.forward(x)); y -= self.layers[-1].last_zout
