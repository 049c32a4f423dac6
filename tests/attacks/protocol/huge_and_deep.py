# title: values that are too large, too deep, contain themselves, or are slow to look up
# source: plausible
# question: softmax
# stopped by: values
# peers: no (it speaks to this project's own engine)
# %% softmax
import itertools
deep = []
for _ in range(5000):
    deep = [deep]
loop = []
loop.append(loop)
slow = {(i * (2**61 - 1),): i for i in range(5000)}
values = itertools.cycle([deep, loop, slow, 10**5000, "x" * 10**8, np.zeros(10**7), [[]] * 10**6])


def softmax(X):
    return next(values)
