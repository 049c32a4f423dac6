# question: gradient_norm
# why: 1e-10 is added under the root, as in formulas that divide by it: a small gradient seems to be 1e-5
# cause: none
# fails: gradient_norm-values
# says: gradient_norm(grads) of 1e-7 times the same arrays has the wrong value.
def gradient_norm(grads):
    flat = np.concatenate([np.ravel(g) for g in grads.values()])
    return np.sqrt(np.dot(flat, flat) + 1e-10)
