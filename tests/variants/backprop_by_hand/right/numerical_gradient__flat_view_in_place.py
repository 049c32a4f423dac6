# question: numerical_gradient
# why: walks over a flat view of the caller's array and restores every entry
def numerical_gradient(f, x, eps=1e-6):
    if x.dtype.kind != "f":
        x = x.astype(float)
    flat = x.reshape(-1)
    result = []
    for i in range(flat.size):
        old = flat[i]
        flat[i] = old + eps
        up = f(x)
        flat[i] = old - eps
        down = f(x)
        flat[i] = old
        result.append((up - down) / (2.0 * eps))
    return np.array(result).reshape(x.shape)
