# question: train
# why: gives back the network of the lowest loss, not the last one
# cause: none
# fails: train-steps
# says: epochs is wrong
def train(x, y, net, epochs, lr):
    import copy

    losses, best, kept = [], np.inf, net
    for _ in range(epochs):
        losses.append(net.get_loss(x, y))
        net.backward(x, y)
        net.apply_gradients(lr)
        if net.get_loss(x, y) < best:
            best, kept = net.get_loss(x, y), copy.deepcopy(net)
    return kept, losses
