# question: network
# why: calls backward of layers with weights only
# cause: none
# fails: network-step
# says: backward of network[1], a layer without weights, is not called
def forward(network, X):
    outs = []
    for layer in network:
        X = layer.forward(X)
        outs.append(X)
    return outs


def predict(network, X):
    return np.argmax(forward(network, X)[-1], axis=1)


def train(network, X, y):
    outs = forward(network, X)
    ins = [X] + outs[:-1]
    grad = grad_softmax_crossentropy_with_logits(outs[-1], y)
    for layer, x in reversed(list(zip(network, ins))):
        if hasattr(layer, "weights"):
            grad = layer.backward(x, grad)
    return np.mean(softmax_crossentropy_with_logits(outs[-1], y))
