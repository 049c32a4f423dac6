# question: nll
# why: divides by the length of the truth, which is the number of classes where there is one sample
# cause: none
# fails: nll-vector
# says: has the wrong value
def nll(Y_true, Y_pred):
    logs = np.log(np.clip(Y_pred, 1e-9, 1.0))
    return -np.sum(np.asarray(Y_true) * logs) / len(Y_true)
