# question: one_layer_grads
# why: dC_dz and dC_da come after dC_dW, everything is written out, with a leading axis of 1
dC_dW = np.array(
    [[2 / 3 * (a[i] - target[i]) * a[i] * (1 - a[i]) * x[j] for j in range(2)] for i in range(3)]
)
dC_da = [2 / 3 * (a[i] - target[i]) for i in range(3)]
dC_dz = (np.array(dC_da) * a * (1 - a)).reshape(1, 3)
dC_db = dC_dz * 1
