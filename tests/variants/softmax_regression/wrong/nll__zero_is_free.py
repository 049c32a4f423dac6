# question: nll
# why: counts the logarithm of 0 as 0
# cause: none
# fails: nll-zero
# says: what a sample costs whose true class has no probability at all
# edit: np.log(Y_pred + 1e-12)
# to: np.log(np.where(Y_pred > 0, Y_pred, 1.0))
