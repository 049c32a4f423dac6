# question: activations
# why: whole numbers for the derivative, 1 at the kink, vectorised functions
import math

import numpy

tanh = numpy.vectorize(math.tanh, otypes=[float])
relu = numpy.vectorize(lambda z: max(z, 0), otypes=[float])


def dtanh(X):
    return (1 - tanh(X)) * (1 + tanh(X))


def drelu(X):
    return (np.array(X) >= 0).astype(int)
