# question: numerical_gradient
# why: adds a direction for every entry, and takes half a step to each side
import itertools


def numerical_gradient(function, point, h=1e-6, verbose=False):
    grad = np.zeros(np.shape(point), dtype=np.float64)
    for index in itertools.product(*[range(n) for n in np.shape(point)]):
        direction = np.zeros(np.shape(point))
        direction[index] = h / 2
        grad[index] = (function(point + direction) - function(point - direction)) / h
    return grad
