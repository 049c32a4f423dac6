# question: glorot
# why: a fresh numpy Generator, other parameter names
import numpy


def init_glorot(n_in, n_out):
    limit = (6 / (n_in + n_out)) ** 0.5
    return numpy.random.default_rng().uniform(-limit, limit, (n_in, n_out))
