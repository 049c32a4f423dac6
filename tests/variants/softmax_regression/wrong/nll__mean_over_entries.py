# question: nll
# why: the mean over samples and classes
# cause: none
# fails: nll-vector, nll-batch, nll-zero
# says: has the wrong value
# edit: costs = -np.sum(Y_true * np.log(Y_pred + 1e-12), axis=-1)
# to: costs = -np.mean(Y_true * np.log(Y_pred + 1e-12), axis=-1)
