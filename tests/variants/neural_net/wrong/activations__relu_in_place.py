# question: activations
# why: relu writes into its argument (third argument of np.maximum is out)
# cause: input_changed
# fails: activations-relu
# says: X is not the same after the call.
import numpy as onp


def tanh(X):
    return onp.tanh(X)


def dtanh(X):
    return 1 - onp.tanh(X) ** 2


def relu(X):
    if isinstance(X, onp.ndarray):
        return onp.maximum(X, 0, X)
    return max(X, 0)


def drelu(X):
    return onp.where(onp.asarray(X) > 0, 1.0, 0.0)
