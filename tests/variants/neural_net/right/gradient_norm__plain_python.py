# question: gradient_norm
# why: a loop and math.sqrt
import math


def gradient_norm(grads):
    total = 0.0
    for name in grads:
        for entry in np.asarray(grads[name]).flatten():
            total += float(entry) ** 2
    return math.sqrt(total)
