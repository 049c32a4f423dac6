# question: two_layer_first
# why: multiplies by a1 where x belongs
# cause: none
# fails: two_layer_first-dC_dW1
# says: dC_dW1 has shape (3, 3), expected (out, in) = (3, 2)
# edit: np.outer(dC_dz1, x)
# to: np.outer(dC_dz1, a1)
