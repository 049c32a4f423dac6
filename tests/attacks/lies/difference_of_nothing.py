# title: a number whose difference to any other is small
# source: https://github.com/inducer/relate/issues/295
# question: softmax
# stopped by: values
# %% softmax
class Evil:
    is_number = True

    def __abs__(self):
        return self

    __sub__ = __rsub__ = __mul__ = __rmul__ = __add__ = __radd__ = lambda self, other: self

    def __lt__(self, other):
        return True

    __le__ = __gt__ = __ge__ = __eq__ = __lt__
    __float__ = lambda self: 0.5
    __array_ufunc__ = lambda self, *a, **k: True


def softmax(X):
    return Evil()
