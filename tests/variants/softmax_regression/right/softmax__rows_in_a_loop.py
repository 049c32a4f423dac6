# question: softmax
# why: plain Python floats, one row after the other by recursion over the leading axes
import math


def softmax(X):
    if np.ndim(X) > 1:
        return np.array([softmax(row) for row in X])
    top = max(X)
    powers = [math.exp(value - top) for value in X]
    return np.array([power / sum(powers) for power in powers])
