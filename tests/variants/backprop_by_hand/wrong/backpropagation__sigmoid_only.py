# question: backpropagation
# why: uses sigmoid_der for every layer
# cause: derivative_of_sigmoid
# fails: backpropagation-one_layer, backpropagation-weights, backpropagation-biases, backpropagation-cost_der, backpropagation-by_hand
# says: dC_dW of layer 1 of 1 is wrong in all entries
# edit: dC_dz = dC_da * slopes(der, z)
# to: dC_dz = dC_da * sigmoid_der(z)
