# question: network
# why: cuts what it is given into batches of 32 and makes a step for each
# cause: step_made_twice
# fails: network-step
# says: each layer makes more than one step
def forward(network, X):
    activations = [network[0].forward(X)]
    for layer in network[1:]:
        activations.append(layer.forward(activations[-1]))
    return activations


def predict(network, X):
    return forward(network, X)[-1].argmax(1)


def train(network, X, y, batch_size=32):
    losses = []
    for start in range(0, len(X), batch_size):
        xb, yb = X[start : start + batch_size], y[start : start + batch_size]
        acts = forward(network, xb)
        losses.append(np.mean(softmax_crossentropy_with_logits(acts[-1], yb)))
        g = grad_softmax_crossentropy_with_logits(acts[-1], yb)
        for layer, inp in zip(network[::-1], [*acts[-2::-1], xb]):
            g = layer.backward(inp, g)
    return np.mean(losses)
