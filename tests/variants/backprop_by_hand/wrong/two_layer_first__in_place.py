# question: two_layer_first
# why: writes dC_dz1 into the array of dC_da1
# cause: none
# fails: two_layer_first-dC_da1
# says: dC_da1 is what dC_dz1 should be
dC_da1 = dC_dz2 @ W2
dC_dz1 = np.multiply(dC_da1, a1 * (1 - a1), out=dC_da1)
dC_dW1 = np.outer(dC_dz1, x)
dC_db1 = dC_dz1
