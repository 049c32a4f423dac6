# question: network
# why: sums the losses
# cause: sum_for_mean
# fails: network-loss
# says: the sum over the samples
# edit: loss = np.mean(
# to:   loss = np.sum(
