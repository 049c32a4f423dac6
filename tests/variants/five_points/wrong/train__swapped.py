# question: train
# why: returns the losses first
# cause: none
# fails: train-losses, train-steps, train-learns
# says: the first result has no attribute `layers`
# edit: return net, losses
# to: return losses, net
