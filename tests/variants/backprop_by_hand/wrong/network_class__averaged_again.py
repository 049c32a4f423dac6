# question: network_class
# why: divides by the number of samples although cost_der has done so
# cause: batch_averaged_twice
# fails: network_class-weights, network_class-biases
# says: the result is divided by the number of samples twice
# edit: dC_da = self.cost_der(predict, targets)
# to: dC_da = self.cost_der(predict, targets) / len(inputs)
