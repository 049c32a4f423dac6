# question: gradient_norm
# why: takes the matrix norm of each array
# cause: norm_of_matrices
# fails: gradient_norm-values
# says: gradient_norm(grads) of [[1, 2], [2, 0]] and [0, -4] has the wrong value
def gradient_norm(grads):
    return np.sqrt(sum(np.linalg.norm(grad, 2) ** 2 for grad in grads.values()))
