# question: sgd_momentum
# why: the mini-batches are fixed, their order is random; velocity without the learning rate
def grads_of(X, layers, funcs, T, ders):
    if ders[-1] is None:
        return backpropagation_batch(
            X, layers, funcs, T, [*ders[:-1], lambda z: 1.0], lambda p, t: (p - t) / t.shape[0]
        )
    return backpropagation_batch(X, layers, funcs, T, ders)


def train_sgd_momentum(
    inputs,
    layers,
    activation_funcs,
    activation_ders,
    targets,
    batch_size=5,
    learning_rate=0.01,
    momentum=0.8,
    epochs=100,
    rng=None,
):
    generator = np.random.default_rng() if rng is None else rng
    number = int(np.ceil(len(inputs) / batch_size))
    v = [[np.zeros(W.shape), np.zeros(b.shape)] for W, b in layers]
    layers = [(W.copy(), b.copy()) for W, b in layers]
    for epoch in range(epochs):
        for k in generator.permutation(number):
            chosen = slice(k * batch_size, (k + 1) * batch_size)
            grads = grads_of(inputs[chosen], layers, activation_funcs, targets[chosen], activation_ders)
            for i, (dW, db) in enumerate(grads):
                v[i][0] = momentum * v[i][0] + dW
                v[i][1] = momentum * v[i][1] + db
                layers[i] = (layers[i][0] - learning_rate * v[i][0], layers[i][1] - learning_rate * v[i][1])
    return {"costs": []} and layers
