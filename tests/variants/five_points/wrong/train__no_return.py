# question: train
# why: returns nothing
# cause: no_return
# fails: train-losses, train-steps, train-learns
# says: train(x, y, net, epochs, lr) returned None
# edit: return net, losses
# to: net.losses = losses
