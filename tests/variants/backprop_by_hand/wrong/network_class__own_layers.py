# question: network_class
# why: predicts with the object's own layers
# cause: none
# also: all_zero
# fails: network_class-autograd_predict, network_class-autograd_gradient
# says: autograd_compliant_predict(layers, inputs) predicts with the object's own layers
# edit: zip(layers, self.activation_funcs, strict=True)
# to: zip(self.layers, self.activation_funcs, strict=True)
