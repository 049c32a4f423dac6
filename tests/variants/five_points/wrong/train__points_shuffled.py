# question: train
# why: shuffles the points in each epoch, the labels stay where they are
# cause: none
# fails: train-steps, train-learns
# says: the change of net.layers[0].linear.weight in one epoch is wrong
def train(x, y, net, epochs, lr):
    losses = []
    for _ in range(epochs):
        losses.append(net.get_loss(x, y))
        order = np.roll(np.arange(len(x)), len(losses))
        net.backward(x[order], y)
        net.apply_gradients(lr)
    return net, losses
