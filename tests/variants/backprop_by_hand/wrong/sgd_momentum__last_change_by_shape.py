# question: sgd_momentum
# why: keeps the last changes by the shape of the parameter, so that equal layers share them
# cause: none
# fails: sgd_momentum-momentum
# says: with momentum 0.7 the parameters are wrong
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
    velocity = {}
    for _ in range(epochs):
        order = rng.permutation(len(inputs))
        for s in range(0, len(inputs), batch_size):
            take = order[s : s + batch_size]
            grads = backpropagation_batch(
                inputs[take], layers, activation_funcs, targets[take], ders, cost_der
            )
            new = []
            for pair, gs in zip(layers, grads):
                moved = []
                for p, g in zip(pair, gs):
                    v = velocity.setdefault(p.shape, np.zeros(p.shape))
                    v *= momentum
                    v += learning_rate * g
                    moved.append(p - v)
                new.append(tuple(moved))
            layers = new
    return layers
