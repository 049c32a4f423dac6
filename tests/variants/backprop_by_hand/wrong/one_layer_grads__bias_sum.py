# question: one_layer_grads
# why: one number for all biases
# cause: none
# fails: one_layer_grads-dC_db
# says: dC_db has shape (), expected (out,) = (3,)
# edit: dC_db = dC_dz
# to: dC_db = np.sum(dC_dz)
