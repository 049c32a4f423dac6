# question: train
# why: a step after each point
# cause: step_after_each_sample
# fails: train-steps
# says: in one epoch is wrong
def train(x, y, net, epochs, lr):
    losses = []
    for _ in range(epochs):
        losses.append(net.get_loss(x, y))
        for i in range(len(x)):
            net.backward(x[i : i + 1], y[i : i + 1])
            net.apply_gradients(lr)
    return net, losses
