# question: nll
# why: the minus sign is missing
# cause: missing_minus
# fails: nll-vector, nll-batch, nll-zero
# says: the minus sign of the log likelihood
# edit: costs = -np.sum(Y_true * np.log(Y_pred + 1e-12), axis=-1)
# to: costs = np.sum(Y_true * np.log(Y_pred + 1e-12), axis=-1)
