# question: network_class
# why: returns the pre-activations first
# cause: none
# fails: network_class-saver
# says: layer_inputs[0] has shape (5, 4), expected (N, size of the layer) = (5, 3)
# edit: return feed_forward_saver_batch(inputs, self.layers, self.activation_funcs)
# to: i, z, p = feed_forward_saver_batch(inputs, self.layers, self.activation_funcs); return z, i, p
# edit: layer_inputs, zs, predict = self._feed_forward_saver(inputs)
# to: zs, layer_inputs, predict = self._feed_forward_saver(inputs)
