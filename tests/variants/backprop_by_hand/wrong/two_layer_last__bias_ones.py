# question: two_layer_last
# why: forgets the chain for the bias
# cause: bias_gradient_of_ones
# fails: two_layer_last-dC_db2
# says: the gradient of the bias ignores what comes from above
# edit: dC_db2 = dC_dz2
# to: dC_db2 = np.ones_like(b2)
