# question: nll
# why: picks the probability of the true class, clips
def nll(Y_true, Y_pred, eps=1e-9):
    truth, predicted = np.array(Y_true), np.clip(np.array(Y_pred, dtype=float), eps, None)
    if truth.ndim == 1:
        return -np.log(predicted[truth.argmax()])
    rows = np.arange(len(truth))
    return float(np.mean(-np.log(predicted[rows, truth.argmax(axis=1)])))
