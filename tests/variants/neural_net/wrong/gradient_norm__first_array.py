# question: gradient_norm
# why: returns inside the loop
# cause: one_array_only
# fails: gradient_norm-values
# says: only one array of the dict counts.
def gradient_norm(grads):
    total = 0.0
    for grad in grads.values():
        total += np.sum(grad**2)
        return np.sqrt(total)
