# question: backpropagation
# why: the slope of the activation is missing
# cause: missing_activation_derivative
# fails: backpropagation-one_layer, backpropagation-weights, backpropagation-biases, backpropagation-cost_der, backpropagation-by_hand
# says: the derivative of the activation function is missing as a factor
# edit: dC_da * slopes(der, z)
# to: dC_da
