# question: crossentropy
# why: swaps the two terms
# cause: missing_minus
# fails: crossentropy-values, crossentropy-stable
# says: the minus sign of the log likelihood
# edit: return np.log(np.sum(np.exp(shifted), axis=1)) - of_the_truth
# to:   return of_the_truth - np.log(np.sum(np.exp(shifted), axis=1))
