# question: train
# why: trains a copy, returns an array of losses
import copy


def train(inputs, targets, network, n_epochs, learning_rate, verbose=True):
    network = copy.deepcopy(network)
    losses = np.zeros(n_epochs)
    epoch = 0
    while epoch < n_epochs:
        losses[epoch] = network.get_loss(inputs, targets)
        network.backward(inputs, targets)
        network.apply_gradients(learning_rate=learning_rate)
        if verbose and epoch % 100 == 0:
            print(epoch, losses[epoch])
        epoch += 1
    return network, losses
