# question: train
# why: stacks the losses of no epoch, which numpy refuses
# cause: none
# fails: train-losses
# says: train(x, y, net, 0, lr) raised ValueError
# edit: return net, losses
# to: return net, np.stack(losses)
