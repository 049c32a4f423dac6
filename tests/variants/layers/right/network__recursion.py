# question: network
# why: backward by recursion, one class at a time in predict
def forward(network, X):
    if len(network) == 0:
        return []
    first = network[0].forward(X)
    return [first] + forward(network[1:], first)


def predict(network, X):
    return [max(range(len(row)), key=lambda c: row[c]) for row in forward(network, X)[-1]]


def train(network, X, y):
    total = 0.0

    def down(i, value):
        nonlocal total
        if i == len(network):
            total = float(softmax_crossentropy_with_logits(value, y).sum()) / len(y)
            return grad_softmax_crossentropy_with_logits(value, y)
        return network[i].backward(value, down(i + 1, network[i].forward(value)))

    down(0, X)
    return total
