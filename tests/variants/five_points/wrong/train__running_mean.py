# question: train
# why: appends the mean of all losses so far
# cause: mean_of_losses_so_far
# fails: train-losses
# says: losses is wrong
# edit: return net, losses
# to: return net, list(np.cumsum(np.array(losses)) / np.arange(1, epochs + 1))
