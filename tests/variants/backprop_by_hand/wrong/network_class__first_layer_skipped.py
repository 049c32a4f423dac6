# question: network_class
# why: a network of one layer has none
# cause: none
# fails: network_class-predict, network_class-autograd_predict, network_class-autograd_gradient
# says: predict(inputs) is wrong in all entries
# edit: return feed_forward_batch(inputs, layers, self.activation_funcs)
# to: return feed_forward_batch(inputs, layers, self.activation_funcs[:1] * len(layers))
