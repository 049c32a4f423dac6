# title: a box of autograd's with a tracer of one's own
# source: plausible
# question: softmax
# stopped by: values
# %% softmax
from autograd.tracer import Node, new_box


class Trace(Node):
    def __init__(self, *a):
        pass


def softmax(X):
    return new_box(np.zeros(np.shape(X)), 0, Trace())
