# question: activations
# why: a little slope on the negative side, for a relu that has none
# cause: same_number_in_some
# fails: activations-drelu
# says: the wrong entries are all 0.01, the others are right.
# edit: np.where(np.asarray(X) > 0, 1.0, 0.0)
# to:   np.where(np.asarray(X) > 0, 1.0, 0.01)
