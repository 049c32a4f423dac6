# question: one_layer_grads
# why: the cost's derivative without the mean
# cause: missing_mean
# fails: one_layer_grads-dC_da
# says: the division by the number of entries is missing
# edit: mse_der(predict, target)
# to: 2 * (predict - target)
