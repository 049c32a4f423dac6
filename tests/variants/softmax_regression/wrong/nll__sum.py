# question: nll
# why: sums over the samples where the mean is asked
# cause: sum_for_mean
# fails: nll-batch
# says: the sum over the samples is returned
# edit: np.mean(costs)
# to: np.sum(costs)
