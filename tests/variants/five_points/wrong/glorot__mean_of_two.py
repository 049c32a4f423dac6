# question: glorot
# why: the mean of two draws, which is neither uniform nor normal
# cause: none
# fails: glorot-distribution
# says: init_glorot(
# edit: return np.random.uniform(-bound, bound, size=(in_features, out_features))
# to: return np.mean(np.random.uniform(-bound, bound, size=(2, in_features, out_features)), axis=0)
