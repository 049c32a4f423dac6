# question: one_layer_grads
# why: says that z changes with b by one, and forgets the chain
# cause: bias_gradient_of_ones
# fails: one_layer_grads-dC_db
# says: the gradient of the bias ignores what comes from above
# edit: dC_db = dC_dz
# to: dC_db = np.ones(3)
