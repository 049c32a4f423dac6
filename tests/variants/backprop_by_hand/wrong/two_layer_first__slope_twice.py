# question: two_layer_first
# why: multiplies by the slope twice
# cause: doubled_activation_derivative
# fails: two_layer_first-dC_dz1
# says: the derivative of the activation function is multiplied in twice
# edit: dC_da1 * slopes(sigmoid_der, z1)
# to: dC_da1 * sigmoid_der(z1) ** 2
