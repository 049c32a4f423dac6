# question: sgd_momentum
# why: multiplies the last change by the learning rate, too
# cause: momentum_times_learning_rate
# fails: sgd_momentum-momentum
# says: the learning rate multiplies the last change, too
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
    crossed = activation_ders[-1] is None
    ders = [np.ones_like if der is None else der for der in activation_ders]

    def start(predict, wanted):
        return (predict - wanted) / (len(wanted) if crossed else wanted.size / 2)

    kept = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        mixed = rng.permutation(len(inputs))
        for first in range(0, len(inputs), batch_size):
            now = mixed[first : first + batch_size]
            grads = backpropagation_batch(inputs[now], layers, activation_funcs, targets[now], ders, start)
            kept = [
                (learning_rate * (gW + momentum * kW), learning_rate * (gb + momentum * kb))
                for (gW, gb), (kW, kb) in zip(grads, kept)
            ]
            layers = [(W - kW, b - kb) for (W, b), (kW, kb) in zip(layers, kept)]
    return layers
