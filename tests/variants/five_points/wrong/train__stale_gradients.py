# question: train
# why: walks backwards once, before the loop
# cause: gradient_of_first_step
# fails: train-steps, train-learns
# says: the change of net.layers[0].linear.weight in two epochs
def train(x, y, net, epochs, lr):
    losses = []
    net.backward(x, y)
    for _ in range(epochs):
        losses.append(net.get_loss(x, y))
        net.apply_gradients(lr)
    return net, losses
