# question: train_network
# why: returns inside the loop
# cause: one_step_for_all_epochs
# fails: train_network-epochs, train_network-iris
# says: only one step is made, however many epochs are asked for
def train_network(
    inputs, layers, activation_funcs, activation_ders, targets, learning_rate=0.001, epochs=100
):
    for _ in range(epochs):
        grads = training_grads(inputs, layers, activation_funcs, targets, activation_ders)
        return [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(layers, grads)]
    return layers


def training_grads(inputs, layers, activation_funcs, targets, activation_ders):
    if activation_ders[-1] is not None:
        return backpropagation_batch(inputs, layers, activation_funcs, targets, activation_ders)
    ders = [*activation_ders[:-1], np.ones_like]
    return backpropagation_batch(
        inputs, layers, activation_funcs, targets, ders, lambda p, t: (p - t) / len(p)
    )


iris_settings = {
    "layer_output_sizes": [8, 3],
    "activation_funcs": [tanh, softmax],
    "activation_ders": [tanh_der, None],
    "learning_rate": 0.5,
    "epochs": 300,
}
