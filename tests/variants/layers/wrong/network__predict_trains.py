# question: network
# why: predict makes a training step with its own answers
# cause: none
# fails: network-predict
# says: so the network learns while it is used
def forward(network, X):
    acts = []
    for layer in network:
        X = layer.forward(X)
        acts.append(X)
    return acts


def predict(network, X):
    y = np.argmax(forward(network, X)[-1], axis=-1)
    train(network, X, y)
    return y


def train(network, X, y):
    acts = forward(network, X)
    g = grad_softmax_crossentropy_with_logits(acts[-1], y)
    loss = np.mean(softmax_crossentropy_with_logits(acts[-1], y))
    for layer, x in zip(network[::-1], ([X] + acts[:-1])[::-1]):
        g = layer.backward(x, g)
    return loss
