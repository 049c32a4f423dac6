# question: get_loss
# why: takes what the last layer remembers, of whatever points
# cause: none
# fails: get_loss-value
# says: has the wrong value
# edit: self.loss.forward(y, self.forward(x))
# to: self.loss.forward(y, self.forward(x) if np.shape(self.layers[-1].last_zout) != np.shape(y) else self.layers[-1].last_zout)
