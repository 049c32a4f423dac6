# question: two_layer_last
# why: the slope of the sigmoid is missing
# cause: missing_activation_derivative
# fails: two_layer_last-dC_dz2
# says: the derivative of the activation function is missing as a factor
# edit: dC_da2 * slopes(sigmoid_der, z2)
# to: dC_da2 * 1
