# question: one_layer_grads
# why: the outer product the wrong way round
# cause: transposed
# fails: one_layer_grads-dC_dW
# says: the array is transposed
# edit: np.outer(dC_dz, x)
# to: np.outer(x, dC_dz)
