# question: forward
# why: the loop starts at the second layer
# cause: none
# also: layer_left_out
# fails: forward-single, forward-deep
# says: expected (N, out) = (4, 2)
# edit: for layer in self.layers:
# to: for layer in self.layers[1:]:
