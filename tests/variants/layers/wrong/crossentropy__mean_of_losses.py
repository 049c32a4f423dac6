# question: crossentropy
# why: returns the mean instead of one loss for each sample
# cause: none
# fails: crossentropy-values, crossentropy-stable
# says: has shape (), expected
# edit: return np.log(np.sum(np.exp(shifted), axis=1)) - of_the_truth
# to:   return np.mean(np.log(np.sum(np.exp(shifted), axis=1)) - of_the_truth)
