# question: network_class
# why: differentiates another cost
# cause: none
# fails: network_class-autograd_gradient
# says: dC_dW of layer 1 from autograd_gradient(inputs, targets) is wrong in all entries
# edit: return self.cost_fun(self.autograd_compliant_predict(layers, inputs), targets)
# to: return mse(self.autograd_compliant_predict(layers, inputs), targets)
