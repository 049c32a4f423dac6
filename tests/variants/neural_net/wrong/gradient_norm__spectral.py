# question: gradient_norm
# why: takes the matrix norm of each array
# cause: none
# fails: gradient_norm-values
# says: gradient_norm(grads) raised ValueError
def gradient_norm(grads):
    return np.sqrt(sum(np.linalg.norm(grad, 2) ** 2 for grad in grads.values()))
