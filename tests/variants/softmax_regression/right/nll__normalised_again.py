# question: nll
# why: clips, and normalises again, as a library once did
def nll(Y_true, Y_pred, eps=1e-15):
    T = np.atleast_2d(np.array(Y_true, dtype=float))
    P = np.clip(np.atleast_2d(np.array(Y_pred, dtype=float)), eps, 1 - eps)
    P = P / P.sum(axis=1, keepdims=True)
    return -(T * np.log(P)).sum(axis=1).mean()
