# question: sigmoid
# why: one output buffer for each shape is used again: the next call overwrites what an earlier call returned
# cause: none
# fails: sigmoid-values
# says: what sigmoid(X) returned changes with the next call.
import numpy as onp
_buffers = {}

def sigmoid(X):
    X = onp.asarray(X, dtype=float)
    out = _buffers.setdefault(X.shape, onp.empty(X.shape))
    onp.tanh(X / 2, out=out)
    out += 1
    out /= 2
    return out
