# question: sgd_momentum
# why: brings the data of the caller into another order
# cause: input_changed
# fails: sgd_momentum-random
# says: `inputs` is not the same after the call
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
    rng = np.random.default_rng() if rng is None else rng
    ders, cost_der = list(activation_ders), lambda p, t: 2 * (p - t) / p.size
    if ders[-1] is None:
        ders[-1], cost_der = np.ones_like, lambda p, t: (p - t) / len(p)
    v = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        order = rng.permutation(len(inputs))
        inputs[:] = inputs[order]
        targets[:] = targets[order]
        for s in range(0, len(inputs), batch_size):
            X, T = inputs[s : s + batch_size], targets[s : s + batch_size]
            grads = backpropagation_batch(X, layers, activation_funcs, T, ders, cost_der)
            v = [
                (momentum * a + learning_rate * c, momentum * d + learning_rate * e)
                for (a, d), (c, e) in zip(v, grads)
            ]
            layers = [(W - a, b - d) for (W, b), (a, d) in zip(layers, v)]
    return layers
