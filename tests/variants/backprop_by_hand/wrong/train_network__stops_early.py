# question: train_network
# why: stops when the cost falls by less than a thousandth
# cause: none
# fails: train_network-epochs
# says: in several epochs is wrong
def train_network(
    inputs, layers, activation_funcs, activation_ders, targets, learning_rate=0.001, epochs=100
):
    ders, cost_der = list(activation_ders), lambda p, t: 2 * (p - t) / p.size
    if ders[-1] is None:
        ders[-1], cost_der = np.ones_like, lambda p, t: (p - t) / len(p)
    last = np.inf
    for _ in range(epochs):
        now = cost_batch(layers, inputs, activation_funcs, targets)
        if last - now < 1e-3:
            break
        last = now
        grads = backpropagation_batch(inputs, layers, activation_funcs, targets, ders, cost_der)
        layers = [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(layers, grads)]
    return layers


iris_settings = {
    "layer_output_sizes": [8, 3],
    "activation_funcs": [tanh, softmax],
    "activation_ders": [tanh_der, None],
    "learning_rate": 0.5,
    "epochs": 500,
}
