# title: a subclass of numpy's float64 that likes every comparison
# source: https://github.com/inducer/relate/issues/295 (second example)
# question: nll
# stopped by: values
# %% nll
import numpy


class Evil(numpy.float64):
    def __abs__(self):
        return self

    __sub__ = __rsub__ = lambda self, other: self
    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = lambda self, other: True
    __ne__ = lambda self, other: False


def nll(Y_true, Y_pred):
    return Evil(0.123)
