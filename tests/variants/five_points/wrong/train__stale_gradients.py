# question: train
# why: walks backwards once, before the loop
# cause: none
# fails: train-steps, train-learns
# says: after two epochs is wrong
def train(x, y, net, epochs, lr):
    losses = []
    net.backward(x, y)
    for _ in range(epochs):
        losses.append(net.get_loss(x, y))
        net.apply_gradients(lr)
    return net, losses
