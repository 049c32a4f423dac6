# question: numerical_gradient
# why: puts entries back by one eps too few
# cause: input_changed
# fails: numerical_gradient-untouched
# says: the function works in place on the array that it was given
def numerical_gradient(f, x, eps=1e-6):
    gradient = np.zeros(x.shape)
    work = np.array(x, dtype=float)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = eps
        gradient[index] = (f(work + e) - f(work - e)) / (2 * eps)
    if x.dtype.kind == "f":
        x += eps
    return gradient
