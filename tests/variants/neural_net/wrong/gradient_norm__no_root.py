# question: gradient_norm
# why: forgets the square root
# cause: norm_without_root
# fails: gradient_norm-values
# says: the square root is missing.
# edit: np.sqrt(sum(np.sum(np.square(grad)) for grad in grads.values()))
# to:   sum(np.sum(np.square(grad)) for grad in grads.values())
