# question: sigmoid
# why: clips X against overflow, but far too early
# cause: none
# fails: sigmoid-stable
# says: sigmoid of entries of size 1000 is wrong in
# edit: 0.5 + 0.5 * np.tanh(0.5 * X)
# to:   1 / (1 + np.exp(-np.clip(X, -10, 10)))
