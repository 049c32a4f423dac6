# question: batchnorm
# why: starts the running variance at 0
# cause: all_zero
# fails: batchnorm-start
# says: running_var is wrong
# edit: np.zeros(units), np.ones(units)
# to:   np.zeros(units), np.zeros(units)
