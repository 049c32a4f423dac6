# question: network_class
# why: every layer has the activation of the first
# cause: first_activation_everywhere
# fails: network_class-predict, network_class-autograd_predict, network_class-autograd_gradient
# says: predict(inputs) is wrong in all entries
# edit: zip(layers, self.activation_funcs, strict=True)
# to: zip(layers, self.activation_funcs[:1] * len(layers))
