# question: gradient_norm
# why: a tiny number under the root, as where the norm is divided by later
def gradient_norm(grads):
    flat = np.concatenate([np.ravel(g) for g in grads.values()])
    return np.sqrt(np.dot(flat, flat) + 1e-10)
