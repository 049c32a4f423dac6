# question: train
# why: measures the loss once more at the end
# cause: none
# fails: train-losses
# says: losses has shape (4,) after 3 epochs, expected (epochs,) = (3,)
# edit: return net, losses
# to: return net, [*losses, net.get_loss(x, y)]
