# question: numerical_gradient
# why: writes each result into the same array
# cause: none
# fails: numerical_gradient-values
# says: returned is another array after the next call
_buffers = {}


def numerical_gradient(f, x, eps=1e-6):
    x = np.array(x, dtype=float)
    g = _buffers.setdefault(x.shape, np.zeros(x.shape))
    for idx in np.ndindex(x.shape):
        keep = x[idx]
        x[idx] = keep + eps
        up = f(x)
        x[idx] = keep - eps
        down = f(x)
        x[idx] = keep
        g[idx] = (up - down) / (2 * eps)
    return g
