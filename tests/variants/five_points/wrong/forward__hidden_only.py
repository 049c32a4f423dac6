# question: forward
# why: stops at the first layer
# cause: layer_left_out
# fails: forward-deep
# says: this layer is left out
# edit: for layer in self.layers:
# to: for layer in self.layers[:1]:
