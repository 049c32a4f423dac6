# question: two_layer_link
# why: adds the paths up, so that one number an activation is left
# cause: none
# fails: two_layer_link-dz2_da1
# says: dz2_da1 has shape (3,), expected (4, 3) or (3, 4) = (4, 3)
# edit: dz2_da1 = W2
# to: dz2_da1 = W2.sum(axis=0)
