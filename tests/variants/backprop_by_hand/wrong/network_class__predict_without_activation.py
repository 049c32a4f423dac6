# question: network_class
# why: the last layer has no activation
# cause: none
# fails: network_class-predict
# says: predict(inputs) is wrong in all entries
# edit: return self.autograd_compliant_predict(self.layers, inputs)
# to: return feed_forward_batch(inputs, self.layers, [*self.activation_funcs[:-1], lambda z: z])
