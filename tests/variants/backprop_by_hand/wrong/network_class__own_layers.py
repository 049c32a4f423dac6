# question: network_class
# why: predicts with the object's own layers
# cause: none
# fails: network_class-autograd_predict, network_class-autograd_gradient
# says: autograd_compliant_predict(layers, inputs) predicts with the object's own layers
# edit: return feed_forward_batch(inputs, layers, self.activation_funcs)
# to: return feed_forward_batch(inputs, self.layers, self.activation_funcs)
