# question: crossentropy
# why: takes the logarithm to base 2
# cause: wrong_logarithm
# fails: crossentropy-values, crossentropy-stable
# says: the logarithm has another base
# edit: return np.log(np.sum(np.exp(shifted), axis=1)) - of_the_truth
# to:   return (np.log(np.sum(np.exp(shifted), axis=1)) - of_the_truth) / np.log(2)
