# question: numerical_gradient
# why: does not put an entry back
# cause: entry_not_restored
# also: input_changed
# fails: numerical_gradient-values, numerical_gradient-untouched
# says: an entry that was moved is not put back before the next one moves
def numerical_gradient(f, x, eps=1e-6):
    if x.dtype.kind != "f":
        x = x.astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += eps
        above = f(x)
        x[index] -= 2 * eps
        gradient[index] = (above - f(x)) / (2 * eps)
    return gradient
