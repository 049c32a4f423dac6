# question: nll
# why: returns the cost of the first sample
# cause: none
# fails: nll-batch
# says: has the wrong value
# edit: return np.mean(costs)
# to: return costs[0]
