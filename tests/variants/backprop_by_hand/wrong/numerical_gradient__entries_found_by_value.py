# question: numerical_gradient
# why: looks for the place of an entry by its value, so that of equal entries only the first one moves
# cause: none
# fails: numerical_gradient-values
# says: is wrong where two entries of x are equal
def numerical_gradient(f, x, eps=1e-6):
    shape = np.shape(x)
    values = [float(v) for v in np.ravel(x)]
    g = [0.0] * len(values)
    for v in values:
        i = values.index(v)
        up, down = list(values), list(values)
        up[i] = v + eps
        down[i] = v - eps
        g[i] = (f(np.array(up).reshape(shape)) - f(np.array(down).reshape(shape))) / (2 * eps)
    return np.array(g).reshape(shape)
