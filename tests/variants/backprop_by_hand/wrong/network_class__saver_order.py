# question: network_class
# why: returns the pre-activations first
# cause: none
# fails: network_class-saver
# says: layer_inputs[0] has shape (5, 4), expected (N, size of the layer) = (5, 3)
# edit: return layer_inputs, zs, a
# to: return zs, layer_inputs, a
# edit: layer_inputs, zs, predict = self._feed_forward_saver(inputs)
# to: zs, layer_inputs, predict = self._feed_forward_saver(inputs)
