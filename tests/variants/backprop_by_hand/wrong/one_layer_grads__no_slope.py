# question: one_layer_grads
# why: the slope of the sigmoid is missing
# cause: missing_activation_derivative
# fails: one_layer_grads-dC_dz
# says: the derivative of the activation function is missing as a factor
# edit: dC_da * slopes(sigmoid_der, z)
# to: dC_da
