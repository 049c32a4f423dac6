# question: train
# why: stops as soon as the loss is small
# cause: none
# fails: train-losses
# says: of a network whose loss is 0
def train(x, y, net, epochs, lr):
    losses = []
    for _ in range(epochs):
        losses.append(net.get_loss(x, y))
        if losses[-1] < 0.02:
            break
        net.backward(x, y)
        net.apply_gradients(lr)
    return net, losses
