# question: nll
# why: a loop over samples and classes with the standard library
import math


def nll(truth, prediction):
    if np.ndim(truth) == 1:
        truth, prediction = [truth], [prediction]
    total = 0
    for t, p in zip(truth, prediction):
        for t_c, p_c in zip(t, p):
            if t_c:
                total -= math.log(p_c + 1e-6)
    return total / len(truth)
