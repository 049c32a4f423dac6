# question: network_class
# why: every layer uses the derivative of the first
# cause: derivative_of_another_layer
# fails: network_class-weights, network_class-biases, network_class-by_hand
# says: dC_dW of layer 2 from compute_gradient(inputs, targets) is wrong in all entries
# edit: self.activation_ders[i](zs[i])
# to: self.activation_ders[0](zs[i])
