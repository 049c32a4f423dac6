# question: activations
# why: minus one where relu is flat
# cause: same_number_in_some
# fails: activations-drelu
# says: drelu of a numpy array of shape (6,) is wrong in
# edit: np.where(np.asarray(X) > 0, 1.0, 0.0)
# to:   np.sign(X)
