# question: nll
# why: one cost for each sample
# cause: none
# fails: nll-batch
# says: one number is expected
# edit: return np.mean(costs)
# to: return costs
