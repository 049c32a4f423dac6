# question: two_layer_first
# why: sums over paths, with plain floats
dC_da1 = np.zeros(3)
for j in range(3):
    for i in range(4):
        dC_da1[j] += dC_dz2[i] * W2[i][j]
dC_dz1 = [d * s * (1 - s) for d, s in zip(dC_da1, a1)]
dC_dW1 = [[d * entry for entry in x] for d in dC_dz1]
dC_db1 = tuple(dC_dz1)
