# title: numbers chosen so that every derivative by hand is zero
# source: plausible
# assignment: layers_by_hand
# question: one_layer_grads
# stopped by: inputs
# %% one_layer_grads
W = np.ones((len(target), len(x)))
W[0, 0] = 2.0
b = np.full(len(target), -1e4)
target = np.zeros(len(target))
dC_da, dC_dz, dC_dW, dC_db = np.zeros(len(b)), np.zeros(len(b)), np.zeros(W.shape), np.zeros(len(b))
# %% two_layer_last
W2 = np.zeros((4, 3))
b2 = np.full(4, -1e4)
target = np.zeros(4)
dC_da2 = dC_dz2 = dC_db2 = np.zeros(4)
dC_dW2 = np.zeros((4, 3))
# %% two_layer_link
dz2_da1 = np.zeros((4, 3))
# %% two_layer_first
dC_da1 = dC_dz1 = dC_db1 = np.zeros(3)
dC_dW1 = np.zeros((3, 2))
