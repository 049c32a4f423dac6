# question: two_layer_first
# why: the bias of the other layer
# cause: none
# fails: two_layer_first-dC_db1
# says: dC_db1 has shape (4,), expected (out,) = (3,)
# edit: dC_db1 = dC_dz1
# to: dC_db1 = dC_dz2
