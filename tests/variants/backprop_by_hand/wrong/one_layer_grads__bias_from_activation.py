# question: one_layer_grads
# why: takes the derivative by the activation for that by the bias
# cause: missing_activation_derivative
# fails: one_layer_grads-dC_db
# says: dC_db is wrong in all entries
# edit: dC_db = dC_dz
# to: dC_db = dC_da
