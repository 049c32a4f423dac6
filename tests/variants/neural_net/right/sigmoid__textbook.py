# question: sigmoid
# why: the formula as it stands, plain numpy, overflow warnings and all
import numpy


def sigmoid(X):
    return 1 / (1 + numpy.exp(-X))
