# question: backward
# why: walks down three layers at most
# cause: layer_left_out
# fails: backward-hidden_weights, backward-hidden_biases
# says: is still None
# edit: reversed(self.layers)
# to: self.layers[:-4:-1]
