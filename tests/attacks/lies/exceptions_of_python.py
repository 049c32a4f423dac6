# title: StopIteration, GeneratorExit, KeyboardInterrupt and SystemExit(0) from inside a check
# source: https://gradema.readthedocs.io/en/latest/develop/assignment/security.html (early exit)
# question: softmax
# stopped by: protocol
# %% softmax
import itertools
kinds = itertools.cycle((StopIteration, GeneratorExit, KeyboardInterrupt, SystemExit, StopAsyncIteration))


def softmax(X):
    raise next(kinds)(0)
