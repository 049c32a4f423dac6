# question: glorot
# why: a normal distribution of the same variance
# cause: normal_for_uniform
# fails: glorot-distribution
# says: follow a normal distribution
# edit: np.random.uniform(-bound, bound, size=(in_features, out_features))
# to: np.random.normal(0, bound / np.sqrt(3), size=(in_features, out_features))
