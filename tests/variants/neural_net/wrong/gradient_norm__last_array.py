# question: gradient_norm
# why: overwrites the sum in the loop
# cause: one_array_only
# fails: gradient_norm-values
# says: only one array of the dict counts.
def gradient_norm(grads):
    for grad in grads.values():
        total = np.sum(grad**2)
    return np.sqrt(total)
