# question: gradient_norm
# why: adds up the norms of the arrays
# cause: norms_added
# fails: gradient_norm-values
# says: the norms of the arrays are added up.
# edit: np.sqrt(sum(np.sum(np.square(grad)) for grad in grads.values()))
# to:   sum(np.sqrt(np.sum(np.square(grad))) for grad in grads.values())
