# question: train
# why: trains a copy and returns the network that it was given
# cause: not_updated
# fails: train-steps, train-learns
# says: the parameters are the same after the step
import copy


def train(x, y, net, epochs, lr):
    work = copy.deepcopy(net)
    losses = []
    for _ in range(epochs):
        losses.append(work.get_loss(x, y))
        work.backward(x, y)
        work.apply_gradients(lr)
    return net, losses
