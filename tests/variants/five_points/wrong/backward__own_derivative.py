# question: backward
# why: writes the derivative of the loss by hand and loses its test of shapes
# cause: none
# fails: backward-refuses
# says: for y of shape (1, 1) and predictions of shape (5, 1) raised no ValueError
# edit: self.loss.get_gradient(y, self.forward(x))
# to: 2 * (self.forward(x) - y) / y.size
