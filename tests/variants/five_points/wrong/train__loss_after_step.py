# question: train
# why: measures the loss after the step
# cause: loss_after_step
# fails: train-losses
# says: after its step instead of before
def train(x, y, net, epochs, lr):
    losses = []
    for _ in range(epochs):
        net.backward(x, y)
        net.apply_gradients(lr)
        losses.append(net.get_loss(x, y))
    return net, losses
