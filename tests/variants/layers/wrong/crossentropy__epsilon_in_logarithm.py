# question: crossentropy
# why: makes probabilities first and takes their logarithm with an epsilon
# cause: none
# fails: crossentropy-stable
# says: with logits of size 1e4
# edit: return np.log(np.sum(np.exp(shifted), axis=1)) - of_the_truth
# to:   return -np.log(np.exp(of_the_truth) / np.sum(np.exp(shifted), axis=1) + 1e-12)
