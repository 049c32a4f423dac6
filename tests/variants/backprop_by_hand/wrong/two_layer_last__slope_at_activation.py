# question: two_layer_last
# why: takes the slope at a2
# cause: derivative_at_activation
# fails: two_layer_last-dC_dz2
# says: the derivative is taken at the activation instead of the pre-activation
# edit: slopes(sigmoid_der, z2)
# to: slopes(sigmoid_der, a2)
