# question: two_layer_link
# why: the transpose, made by hand
dz2_da1 = np.array([[W2[i, j] for i in range(4)] for j in range(3)])
# %% two_layer_first
dC_da1 = dz2_da1 @ dC_dz2
dC_dz1 = dC_da1 * sigmoid_der(z1)
dC_dW1 = np.kron(dC_dz1, x).reshape(3, 2)
dC_db1 = dC_dz1
