# question: activations
# why: swaps the exponentials in the numerator
# cause: wrong_sign
# fails: activations-tanh
# says: the sign is wrong in every entry.
# edit: return np.tanh(X)
# to:   return (np.exp(-X) - np.exp(X)) / (np.exp(X) + np.exp(-X))
