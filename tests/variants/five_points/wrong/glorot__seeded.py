# question: glorot
# why: seeds inside, so that every layer gets the same numbers
# cause: draws_repeated
# fails: glorot-shape, glorot-distribution
# says: each call of init_glorot
# edit: np.sqrt(6 / (in_features + out_features))
# to: np.random.seed(0) or np.sqrt(6 / (in_features + out_features))
