# question: numerical_gradient
# why: turns int64 into floats and no other whole numbers
# cause: whole_numbers_kept
# fails: numerical_gradient-integers
# says: numerical_gradient(f, x) for integers is wrong in all entries
def numerical_gradient(f, x, eps=1e-6):
    if x.dtype == int:
        x = x.astype(float)
    else:
        x = x.copy()
    g = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        old = x[idx].copy()
        x[idx] = old + eps
        up = f(x)
        x[idx] = old - eps
        down = f(x)
        x[idx] = old
        g[idx] = (up - down) / (2 * eps)
    return g
