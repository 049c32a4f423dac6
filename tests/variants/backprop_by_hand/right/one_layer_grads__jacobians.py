# question: one_layer_grads
# why: every factor of the chain as a Jacobian matrix, a row vector times matrices
row = mse_der(predict, target)[None, :]
da_dz = np.diag(a * (1 - a))
dC_da = row.flatten()
dC_dz = (row @ da_dz).flatten()
dz_dW = np.zeros((3, 3, 2))
for k in range(3):
    dz_dW[k, k] = x
dC_dW = np.tensordot(dC_dz, dz_dW, axes=1)
dC_db = dC_dz @ np.eye(3)
