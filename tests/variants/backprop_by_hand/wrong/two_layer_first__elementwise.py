# question: two_layer_first
# why: uses one row of W2 only
# cause: one_unit_only
# fails: two_layer_first-dC_da1
# says: dC_da1 is wrong in all entries
# edit: W2.T @ dC_dz2
# to: dC_dz2[0] * W2[0]
