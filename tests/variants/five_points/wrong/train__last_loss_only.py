# question: train
# why: returns the last loss only
# cause: none
# fails: train-losses
# says: losses has shape () after 3 epochs
# edit: return net, losses
# to: return net, losses[-1]
