# question: one_layer_grads
# why: multiplies by the slopes in place, so that dC_da holds dC_dz
# cause: none
# fails: one_layer_grads-dC_da
# says: dC_da is what dC_dz should be
dC_da = mse_der(predict, target)
dC_dz = dC_da
dC_dz *= slopes(sigmoid_der, z)
dC_dW = np.outer(dC_dz, x)
dC_db = dC_dz
