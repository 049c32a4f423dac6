# question: glorot
# why: only the two ends of the interval
# cause: draws_repeated
# fails: glorot-distribution
# says: repeats its numbers
# edit: np.random.uniform(-bound, bound, size=(in_features, out_features))
# to: bound * np.sign(np.random.uniform(-1, 1, size=(in_features, out_features)))
