# question: dsigmoid
# why: by the hyperbolic cosine
def dsigmoid(z, scale=1.0):
    return 0.25 * scale / np.cosh(z / 2) ** 2
