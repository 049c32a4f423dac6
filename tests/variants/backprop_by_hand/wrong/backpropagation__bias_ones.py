# question: backpropagation
# why: the gradient of the bias is one
# cause: bias_gradient_of_ones
# fails: backpropagation-biases
# says: the gradient of the bias ignores what comes from above
# edit: (np.outer(dC_dz, layer_input), dC_dz)
# to: (np.outer(dC_dz, layer_input), np.ones_like(dC_dz))
