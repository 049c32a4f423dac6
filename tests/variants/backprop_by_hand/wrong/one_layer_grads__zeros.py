# question: one_layer_grads
# why: zeros all the way down
# cause: all_zero
# fails: one_layer_grads-dC_da, one_layer_grads-dC_dz, one_layer_grads-dC_dW, one_layer_grads-dC_db
# says: every entry is zero
# edit: mse_der(predict, target)
# to: np.zeros(3)
