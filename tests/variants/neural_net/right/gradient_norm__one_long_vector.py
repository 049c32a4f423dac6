# question: gradient_norm
# why: literally one long vector
def gradient_norm(grads):
    return np.linalg.norm(np.concatenate([np.ravel(grad) for grad in grads.values()]))
