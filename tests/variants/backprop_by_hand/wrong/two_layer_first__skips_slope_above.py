# question: two_layer_first
# why: hands down the derivative by a2 where that by z2 belongs
# cause: slope_above_left_out
# fails: two_layer_first-dC_da1
# says: dC_da1 is wrong in all entries
# edit: W2.T @ dC_dz2
# to: dC_da2 @ dz2_da1
