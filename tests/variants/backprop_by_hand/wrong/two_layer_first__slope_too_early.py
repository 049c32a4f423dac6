# question: two_layer_first
# why: multiplies the slope into dC_da1 already, and once more into dC_dz1
# cause: none
# fails: two_layer_first-dC_da1
# says: where the slope is multiplied in: a line too early
da1_dz1 = a1 * (1 - a1)
dC_da1 = W2.T @ dC_dz2 * da1_dz1
dC_dz1 = dC_da1 * da1_dz1
dC_dW1 = np.outer(dC_dz1, x)
dC_db1 = dC_dz1
