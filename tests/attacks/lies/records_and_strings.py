# title: records, dates, texts and booleans in place of numbers
# source: plausible
# question: softmax
# stopped by: values
# %% softmax
import numpy


def softmax(X):
    softmax.calls = getattr(softmax, "calls", 0) + 1
    kinds = ("datetime64[s]", "U9", "S9", "bool", [("a", float)], "timedelta64[s]")
    return numpy.zeros(numpy.shape(X), dtype=kinds[softmax.calls % len(kinds)])
