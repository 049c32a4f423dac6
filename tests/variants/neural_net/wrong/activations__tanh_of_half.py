# question: activations
# why: takes the sigmoid of -1 to 1 for tanh and forgets the factor 2
# cause: argument_halved
# fails: activations-tanh
# says: tanh of a numpy array of shape (6,) is wrong in
# edit: return np.tanh(X)
# to:   return 2 * sigmoid(X) - 1
