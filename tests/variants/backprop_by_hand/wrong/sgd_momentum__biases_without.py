# question: sgd_momentum
# why: gives momentum to the weights only
# cause: weights_only_with_momentum
# fails: sgd_momentum-momentum
# says: the weights have momentum, the biases have not
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
                (learning_rate * gW + momentum * kW, learning_rate * gb)
                for (gW, gb), (kW, kb) in zip(grads, kept)
            ]
            layers = [(W - kW, b - kb) for (W, b), (kW, kb) in zip(layers, kept)]
    return layers
