# question: optimizer
# why: defines neither of the two
# cause: not_written
# fails: optimizer-weights, optimizer-biases, optimizer-layer
# says: neither DenseMomentum nor DenseRMSprop
learning = "later"
