# question: network_class
# why: autograd differentiates the cost with the targets in the place of the prediction
# cause: cost_arguments_exchanged
# fails: network_class-autograd_gradient
# says: from autograd_gradient(inputs, targets) is wrong
# edit: return self.cost_fun(self.autograd_compliant_predict(layers, inputs), targets)
# to: return self.cost_fun(targets, self.autograd_compliant_predict(layers, inputs))
