# question: numerical_gradient
# why: a relative step, which is nothing where the entry is 0
# cause: none
# fails: numerical_gradient-values, numerical_gradient-eps
# says: is wrong where x is 0
def numerical_gradient(f, x, eps=1e-6):
    x = np.array(x, dtype=float)
    g = np.zeros_like(x)
    for idx in np.ndindex(x.shape):
        step = eps * abs(x[idx])
        h = np.zeros_like(x)
        h[idx] = step
        g[idx] = (f(x + h) - f(x - h)) / (2 * step)
    return g
