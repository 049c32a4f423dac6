# question: sigmoid
# why: a loop over all entries, with math.exp
import math


def sigmoid(z):
    z = np.array(z, dtype=float)
    print("sigmoid of", z.shape)
    for index in np.ndindex(z.shape):
        z[index] = 1 / (1 + math.exp(-z[index])) if z[index] > -700 else 0.0
    return z
