# question: two_layer_first
# why: takes the slopes of ReLU, some of them zero, for those of the sigmoid
# cause: none
# fails: two_layer_first-dC_dz1
# says: dC_dz1 is wrong in all entries
dC_da1 = dC_dz2 @ W2
dC_dz1 = dC_da1 * ReLU_der(z1)
dC_dW1 = dC_dz1[:, None] * x
dC_db1 = dC_dz1.copy()
