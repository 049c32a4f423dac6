# question: one_layer_grads
# why: forgets what comes from above
# cause: upstream_left_out
# fails: one_layer_grads-dC_dz
# says: the derivative that comes from above is missing as a factor
# edit: dC_da * slopes(sigmoid_der, z)
# to: sigmoid_der(z)
