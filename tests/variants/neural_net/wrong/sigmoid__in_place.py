# question: sigmoid
# why: works in the caller's array: a float array is overwritten by its own sigmoid
# cause: input_changed
# fails: sigmoid-values
# says: X is not the same after the call.
import numpy as onp


def sigmoid(X):
    A = onp.asarray(X, dtype=float)  # no copy for float arrays
    A *= 0.5
    onp.tanh(A, out=A) if A.ndim else A.fill(onp.tanh(A))
    A += 1
    A *= 0.5
    return A
