# question: two_layer_last
# why: another input and target of the student's own, columns in between
delta = ((a2 - target) / 2).reshape(-1, 1)
dC_da2 = delta[:, 0]
delta = delta * (a2 * (1 - a2)).reshape(-1, 1)
dC_dz2 = delta.ravel()
dC_dW2 = delta @ a1.reshape(1, -1)
dC_db2 = np.sum(delta, axis=1)
