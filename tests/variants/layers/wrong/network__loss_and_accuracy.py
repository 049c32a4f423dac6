# question: network
# why: returns the accuracy and the gradients beside the loss
# cause: none
# fails: network-loss
# says: one number is expected
def forward(network, X):
    outputs = []
    for layer in network:
        outputs.append(layer.forward(outputs[-1] if outputs else X))
    return outputs


def predict(network, X):
    return np.argmax(forward(network, X)[-1], axis=1)


def train(network, X, y):
    inputs = [X, *forward(network, X)]
    logits = inputs.pop()
    down, seen = grad_softmax_crossentropy_with_logits(logits, y), []
    for layer, given in zip(reversed(network), reversed(inputs)):
        down = layer.backward(given, down)
        seen.append(down)
    return np.mean(softmax_crossentropy_with_logits(logits, y)), np.mean(logits.argmax(axis=1) == y), seen
