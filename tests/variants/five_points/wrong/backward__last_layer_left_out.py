# question: backward
# why: the walk starts below the last layer
# cause: none
# fails: backward-single, backward-output_weights, backward-output_biases, backward-hidden_weights, backward-hidden_biases, backward-repeat
# says: is still None after backward(x, y)
# edit: in reversed(self.layers)
# to: in reversed(self.layers[:-1])
