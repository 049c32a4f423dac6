# title: an object that gives numpy another array each time
# source: plausible
# question: softmax
# stopped by: values
# %% softmax
import numpy


class Changing:
    times = 0

    def __init__(self, X):
        self.shape = numpy.shape(X)

    def __array__(self, dtype=None, copy=None):
        Changing.times += 1
        return numpy.full(self.shape, 1.0 / Changing.times)

    def __len__(self):
        return self.shape[0]

    def __getitem__(self, key):
        return numpy.zeros(self.shape)[key]


def softmax(X):
    return Changing(X)
