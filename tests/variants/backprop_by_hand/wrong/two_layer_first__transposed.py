# question: two_layer_first
# why: the outer product the wrong way round
# cause: transposed
# fails: two_layer_first-dC_dW1
# says: the array is transposed
# edit: np.outer(dC_dz1, x)
# to: np.outer(x, dC_dz1)
