# question: two_layer_last
# why: einsum, and the slope from exponentials
dC_da2 = (predict - target) * 0.5
slope = np.exp(-z2) / (1.0 + np.exp(-z2)) ** 2
dC_dz2 = np.einsum("i,i->i", dC_da2, slope)
dC_dW2 = np.einsum("i,j->ij", dC_dz2, a1)
dC_db2 = dC_dz2.copy()
