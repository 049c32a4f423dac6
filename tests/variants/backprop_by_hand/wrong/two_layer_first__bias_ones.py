# question: two_layer_first
# why: forgets the chain for the bias
# cause: bias_gradient_of_ones
# fails: two_layer_first-dC_db1
# says: the gradient of the bias ignores what comes from above
# edit: dC_db1 = dC_dz1
# to: dC_db1 = np.ones(3)
