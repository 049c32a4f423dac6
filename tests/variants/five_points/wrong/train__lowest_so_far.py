# question: train
# why: keeps the lowest loss so far, which only long steps show
# cause: none
# fails: train-losses
# says: losses is wrong
# edit: losses.append(net.get_loss(x, y))
# to: losses.append(min([net.get_loss(x, y), *losses]))
