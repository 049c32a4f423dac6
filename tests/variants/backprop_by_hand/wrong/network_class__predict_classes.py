# question: network_class
# why: returns classes in place of predictions
# cause: none
# fails: network_class-predict, network_class-cost
# says: predict(inputs) has shape (5,), expected (N, out) = (5, 4)
# edit: return self.autograd_compliant_predict(self.layers, inputs)
# to: return np.argmax(self.autograd_compliant_predict(self.layers, inputs), axis=1)
