# question: backward
# why: the last turn of the loop is missing where there are hidden layers
# cause: layer_left_out
# fails: backward-hidden_weights, backward-hidden_biases
# says: this layer is left out
# edit: in reversed(self.layers)
# to: in reversed(self.layers[1:] or self.layers)
