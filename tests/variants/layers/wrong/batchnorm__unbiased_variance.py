# question: batchnorm
# why: normalises with the unbiased variance
# cause: unbiased_variance
# fails: batchnorm-train
# says: the unbiased variance
# edit: np.mean(input, axis=0), np.var(input, axis=0)
# to:   np.mean(input, axis=0), np.var(input, axis=0, ddof=1)
