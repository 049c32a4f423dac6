# question: numerical_gradient
# why: works on the caller's array and does not restore the last move
# cause: entry_not_restored
# also: input_changed, summed_along_axis
# fails: numerical_gradient-values, numerical_gradient-eps, numerical_gradient-integers, numerical_gradient-untouched
# says: an entry that was moved is not put back before the next one moves
def numerical_gradient(f, x, eps=1e-6):
    gradient = np.zeros(x.shape)
    for i in range(len(x)):
        x[i] += eps
        above = f(x)
        x[i] -= 2 * eps
        gradient[i] = (above - f(x)) / (2 * eps)
    return gradient
