# question: one_layer_grads
# why: an inner product in place of the outer one
# cause: none
# fails: one_layer_grads-dC_dW
# says: dC_dW has shape (2,), expected (out, in) = (3, 2)
# edit: np.outer(dC_dz, x)
# to: np.sum(dC_dz) * x
