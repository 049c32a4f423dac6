# question: backward
# why: hands prediction and truth to the loss in the wrong order
# cause: wrong_sign
# fails: backward-single, backward-output_weights, backward-output_biases, backward-hidden_weights, backward-hidden_biases
# says: the sign is wrong
# edit: self.loss.get_gradient(y, self.forward(x))
# to: self.loss.get_gradient(self.forward(x), y)
