# question: one_layer_grads
# why: takes the slope at a
# cause: derivative_at_activation
# fails: one_layer_grads-dC_dz
# says: the derivative is taken at the activation instead of the pre-activation
# edit: dC_da * slopes(sigmoid_der, z)
# to: dC_da * sigmoid_der(a)
