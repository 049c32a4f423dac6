# question: two_layer_link
# why: takes the weights of the second layer times the activation
# cause: factor_of_each_line
# fails: two_layer_link-dz2_da1
# says: dz2_da1 is wrong in all entries
# edit: dz2_da1 = W2
# to: dz2_da1 = W2 * a1
