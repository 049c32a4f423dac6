# question: glorot
# why: the square root is forgotten
# cause: none
# fails: glorot-distribution
# says: has the wrong range
# edit: np.sqrt(6 / (in_features + out_features))
# to: 6 / (in_features + out_features)
