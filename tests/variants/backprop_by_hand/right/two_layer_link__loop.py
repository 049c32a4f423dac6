# question: two_layer_link
# why: measured, column by column, with a small step
dz2_da1 = np.zeros((4, 3))
for j in range(3):
    moved = a1 + 0.5 * np.eye(3)[j]
    dz2_da1[:, j] = ((W2 @ moved + b2) - z2) / 0.5
