# question: sigmoid
# why: remembers results by shape: the second call with another array of the same shape gives the first result
# cause: kept_from_earlier_call
# fails: sigmoid-values, sigmoid-shapes, sigmoid-stable
# says: sigmoid(-X), called after sigmoid(X), returns the same array.
_seen = {}


def sigmoid(X):
    key = np.shape(X)
    if key not in _seen:
        _seen[key] = 1 / (1 + np.exp(-np.asarray(X, dtype=float)))
    return _seen[key]
