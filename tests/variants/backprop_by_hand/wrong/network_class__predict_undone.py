# question: network_class
# why: takes the activation function back again
# cause: none
# fails: network_class-predict
# says: predict(inputs) is wrong in all entries
# edit: return self.autograd_compliant_predict(self.layers, inputs)
# to: return np.tan(self.autograd_compliant_predict(self.layers, inputs))
