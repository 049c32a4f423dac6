# question: forward
# why: the loop stops before the last layer
# cause: none
# also: layer_left_out
# fails: forward-single, forward-deep
# says: forward(x) has shape (4, 3), expected (N, out) = (4, 2)
# edit: for layer in self.layers:
# to: for layer in self.layers[:-1]:
