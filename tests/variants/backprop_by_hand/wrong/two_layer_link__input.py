# question: two_layer_link
# why: the activation in place of the weights
# cause: none
# fails: two_layer_link-dz2_da1
# says: dz2_da1 has shape (3,), expected the shape of W2 (or of W2.T) = (4, 3)
# edit: dz2_da1 = W2
# to: dz2_da1 = a1
