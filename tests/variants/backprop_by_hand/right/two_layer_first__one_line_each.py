# question: two_layer_first
# why: the whole chain in matrices with columns, from the cost on, without the cell before
column = np.diag(a2 * (1 - a2)) @ (2 * (a2 - target) / len(target)).reshape(4, 1)
column = W2.T.dot(column)
dC_da1 = column.squeeze()
column = column * sigmoid(z1).reshape(3, 1) * sigmoid(-z1).reshape(3, 1)
dC_dz1 = column.squeeze()
dC_dW1 = column.dot(x.reshape(1, 2))
dC_db1 = column.sum(axis=1)
