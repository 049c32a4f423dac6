# question: gradient_norm
# why: rounded for the plot: small gradients lose their digits
# cause: none
# fails: gradient_norm-values
# says: gradient_norm(grads) of 0.0123457 times the same arrays has the wrong value.
def gradient_norm(grads):
    squares = [(g * g).sum() for g in map(np.array, grads.values())]
    return float(np.round(sum(squares) ** 0.5, 4))
