# question: glorot
# why: the outputs do not count
# cause: none
# fails: glorot-distribution
# says: yours from -0.24
# edit: np.sqrt(6 / (in_features + out_features))
# to: np.sqrt(6 / in_features)
