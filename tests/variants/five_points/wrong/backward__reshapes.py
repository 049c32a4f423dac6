# question: backward
# why: turns any y into a column
# cause: none
# fails: backward-refuses
# says: for y of shape (1, 1) and predictions of shape (5, 1) raised no ValueError
# edit: self.loss.get_gradient(y, self.forward(x))
# to: self.loss.get_gradient(np.resize(y, self.forward(x).shape), self.forward(x))
