# question: backward
# why: the first layer never gets its gradient
# cause: none
# also: layer_left_out
# fails: backward-single, backward-hidden_weights, backward-hidden_biases
# says: is still None after backward(x, y)
# edit: in reversed(self.layers)
# to: in reversed(self.layers[1:])
