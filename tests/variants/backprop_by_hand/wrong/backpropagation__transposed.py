# question: backpropagation
# why: the outer product the wrong way round
# cause: transposed
# fails: backpropagation-one_layer, backpropagation-weights
# says: the array is transposed
# edit: np.outer(dC_dz, layer_input)
# to: np.outer(layer_input, dC_dz)
