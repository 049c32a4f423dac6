# question: train
# why: measures the loss of the first point only
# cause: loss_of_one_sample
# fails: train-losses
# says: losses is wrong
# edit: net.get_loss(x, y)
# to: net.get_loss(x[:1], y[:1])
