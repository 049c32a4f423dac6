# question: gradient_norm
# why: looks for the four parameters of one network
# cause: none
# fails: gradient_norm-values
# says: gradient_norm(grads) raised KeyError
def gradient_norm(grads):
    return np.sqrt(sum(np.sum(grads[name] ** 2) for name in ("W_h", "b_h", "W_o", "b_o")))
