# question: two_layer_first
# why: takes the slope at a1
# cause: derivative_at_activation
# fails: two_layer_first-dC_dz1
# says: the derivative is taken at the activation instead of the pre-activation
# edit: slopes(sigmoid_der, z1)
# to: slopes(sigmoid_der, a1)
