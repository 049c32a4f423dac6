# question: network
# why: two forward passes, one for the inputs and one for the logits
def forward(network, X):
    activations = []
    for layer in network:
        X = layer.forward(X)
        activations.append(X)
    return activations


def predict(network, X):
    return np.argmax(forward(network, X)[-1], axis=1)


def train(network, X, y):
    inputs = [X] + forward(network, X)[:-1]
    logits = forward(network, X)[-1]
    loss = np.mean(softmax_crossentropy_with_logits(logits, y))
    grad = grad_softmax_crossentropy_with_logits(logits, y)
    for layer, inp in zip(reversed(network), reversed(inputs)):
        grad = layer.backward(inp, grad)
    return loss
