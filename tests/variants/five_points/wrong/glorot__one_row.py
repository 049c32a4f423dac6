# question: glorot
# why: one row of weights, copied for every input
# cause: draws_repeated
# fails: glorot-distribution
# says: repeats its numbers
# edit: np.random.uniform(-bound, bound, size=(in_features, out_features))
# to: np.ones((in_features, 1)) * np.random.uniform(-bound, bound, size=out_features)
