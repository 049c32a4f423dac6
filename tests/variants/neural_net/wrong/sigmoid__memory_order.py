# question: sigmoid
# why: memory order is kept when flattening but not when shaping again: entries are shuffled for Fortran-ordered (transposed) arrays
# cause: entries_in_other_order
# fails: sigmoid-shapes
# says: sigmoid of a transposed array is wrong in
import math

def sigmoid(X):
    X = np.asarray(X, dtype=float)
    flat = X.ravel(order="K")
    out = [0.5 * (1 + math.tanh(v / 2)) for v in flat]
    return np.array(out).reshape(X.shape)
