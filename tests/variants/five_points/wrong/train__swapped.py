# question: train
# why: returns the losses first
# cause: none
# fails: train-losses, train-steps, train-learns
# says: is a list; the network is expected
# edit: return net, losses
# to: return losses, net
