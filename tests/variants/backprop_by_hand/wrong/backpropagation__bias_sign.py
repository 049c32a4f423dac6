# question: backpropagation
# why: the sign of the bias
# cause: wrong_sign
# fails: backpropagation-biases
# says: the sign is wrong in every entry
# edit: (np.outer(dC_dz, layer_input), dC_dz)
# to: (np.outer(dC_dz, layer_input), -dC_dz)
