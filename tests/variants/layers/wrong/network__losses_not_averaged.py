# question: network
# why: returns the loss of each sample
# cause: none
# fails: network-loss
# says: one number is expected
# edit: loss = np.mean(
# to:   loss = 1.0 * (
