# question: two_layer_last
# why: multiplies by z1 where the layer's input is a1
# cause: factor_of_each_line
# fails: two_layer_last-dC_dW2
# says: dC_dW2 is wrong in all entries
# edit: np.outer(dC_dz2, a1)
# to: np.outer(dC_dz2, z1)
