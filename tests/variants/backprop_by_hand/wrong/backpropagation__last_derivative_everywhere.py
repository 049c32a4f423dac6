# question: backpropagation
# why: every layer uses the derivative of the last
# cause: derivative_of_another_layer
# fails: backpropagation-weights, backpropagation-biases
# says: the activation derivative of another layer is used
# edit: dC_dz = dC_da * slopes(der, z)
# to: dC_dz = dC_da * slopes(activation_ders[-1], z)
