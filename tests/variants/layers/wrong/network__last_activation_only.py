# question: network
# why: returns the last activation alone
# cause: none
# fails: network-forward
# says: is one array; a list
def forward(network, X):
    for layer in network:
        X = layer.forward(X)
    return X


def predict(network, X):
    return np.argmax(forward(network, X), axis=1)


def train(network, X, y):
    inputs = []
    value = X
    for layer in network:
        inputs.append(value)
        value = layer.forward(value)
    gradient = grad_softmax_crossentropy_with_logits(value, y)
    for layer, layer_input in zip(network[::-1], inputs[::-1], strict=True):
        gradient = layer.backward(layer_input, gradient)
    return np.mean(softmax_crossentropy_with_logits(value, y))
