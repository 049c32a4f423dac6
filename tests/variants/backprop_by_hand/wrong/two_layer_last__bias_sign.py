# question: two_layer_last
# why: the sign of the bias
# cause: wrong_sign
# fails: two_layer_last-dC_db2
# says: the sign is wrong in every entry
# edit: dC_db2 = dC_dz2
# to: dC_db2 = -dC_dz2
