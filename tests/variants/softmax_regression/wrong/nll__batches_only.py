# question: nll
# why: sums along axis 1, which one sample does not have
# cause: none
# fails: nll-vector
# says: axis 1 is out of bounds
def nll(Y_true, Y_pred):
    of_each = np.sum(np.array(Y_true) * np.log(np.array(Y_pred) + 1e-8), axis=1)
    return -of_each.mean()
