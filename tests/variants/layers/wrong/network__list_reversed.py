# question: network
# why: turns the caller's list of layers around in place
# cause: list_changed
# fails: network-step
# says: network is another list of layers
def forward(network, X):
    activations = []
    for layer in network:
        X = layer.forward(X)
        activations.append(X)
    return activations


def predict(network, X):
    return forward(network, X)[-1].argmax(axis=1)


def train(network, X, y):
    activations = forward(network, X)
    inputs = [X] + activations[:-1]
    logits = activations[-1]
    loss = np.mean(softmax_crossentropy_with_logits(logits, y))
    grad = grad_softmax_crossentropy_with_logits(logits, y)
    network.reverse()
    inputs.reverse()
    for layer, layer_input in zip(network, inputs):
        grad = layer.backward(layer_input, grad)
    return loss
