# question: one_layer_grads
# why: multiplies by the weights where the input belongs
# cause: weights_for_input
# fails: one_layer_grads-dC_dW
# says: dC_dW is wrong in all entries
# edit: np.outer(dC_dz, x)
# to: dC_dz[:, None] * W
