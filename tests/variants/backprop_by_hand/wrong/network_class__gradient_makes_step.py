# question: network_class
# why: compute_gradient makes a step as well
# cause: input_changed
# fails: network_class-weights
# says: an array of `layers` is not the same after the call
# edit: return layer_grads
# to: self.update_weights(layer_grads, 0.01); return layer_grads
