# question: sgd_momentum
# why: splits a shuffled index into nearly equal parts, velocity with another sign, in place
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
    if rng is None:
        rng = np.random.default_rng()
    n = inputs.shape[0]
    index = np.arange(n)
    velocities = None
    for _ in range(epochs):
        rng.shuffle(index)
        for part in np.array_split(index, max(1, n // batch_size)):
            grads = grads_of(inputs[part], layers, activation_funcs, targets[part], activation_ders)
            if velocities is None:
                velocities = [[-learning_rate * g for g in pair] for pair in grads]
            else:
                velocities = [
                    [momentum * v - learning_rate * g for v, g in zip(vs, pair)]
                    for vs, pair in zip(velocities, grads)
                ]
            for (W, b), (vW, vb) in zip(layers, velocities):
                W += vW
                b += vb
