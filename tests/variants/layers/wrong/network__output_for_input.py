# question: network
# why: gives layers without weights their own output as input
# cause: none
# fails: network-step
# says: is not given the input that its forward had
def forward(network, X):
    activations = []
    for layer in network:
        X = layer.forward(X)
        activations.append(X)
    return activations


def predict(network, X):
    return forward(network, X)[-1].argmax(axis=1)


def train(network, X, y):
    activations = [X] + forward(network, X)
    loss = softmax_crossentropy_with_logits(activations[-1], y).mean()
    grad = grad_softmax_crossentropy_with_logits(activations[-1], y)
    for i in reversed(range(len(network))):
        which = activations[i] if hasattr(network[i], "weights") else activations[i + 1]
        grad = network[i].backward(which, grad)
    return loss
