# question: network
# why: asks what kind of layer it has, so it works with the layers of this notebook
def forward(network, X):
    activations = []
    for layer in network:
        X = layer.forward(X)
        activations.append(X)
    return activations


def predict(network, X):
    return np.argmax(forward(network, X)[-1], axis=1)


def train(network, X, y):
    activations = forward(network, X)
    loss = np.mean(softmax_crossentropy_with_logits(activations[-1], y))
    gradient = grad_softmax_crossentropy_with_logits(activations[-1], y)
    for i in range(len(network) - 1, -1, -1):
        if isinstance(network[i], Dense | ReLU):
            gradient = network[i].backward(X if i == 0 else activations[i - 1], gradient)
    return loss
