# question: train_network
# why: None only becomes a slope of ones; the backward pass still starts with the derivative of the mse
# cause: squared_error_for_cross_entropy
# fails: train_network-softmax
# says: the derivative of the mean squared error is used where that of softmax
def train_network(
    inputs, layers, activation_funcs, activation_ders, targets, learning_rate=0.001, epochs=100
):
    ders = [d if d is not None else np.ones_like for d in activation_ders]
    for _ in range(epochs):
        grads = backpropagation_batch(
            inputs, layers, activation_funcs, targets, ders, lambda p, t: 2 * (p - t) / p.size
        )
        for (W, b), (dW, db) in zip(layers, grads):
            W -= learning_rate * dW
            b -= learning_rate * db
    return layers


iris_settings = {
    "layer_output_sizes": [8, 3],
    "activation_funcs": [tanh, softmax],
    "activation_ders": [tanh_der, None],
    "learning_rate": 0.5,
    "epochs": 1000,
}
