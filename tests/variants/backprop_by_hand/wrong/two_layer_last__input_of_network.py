# question: two_layer_last
# why: multiplies by x where the layer's input is a1
# cause: none
# fails: two_layer_last-dC_dW2
# says: dC_dW2 has shape (4, 2), expected (out, in) = (4, 3)
# edit: np.outer(dC_dz2, a1)
# to: np.outer(dC_dz2, x)
