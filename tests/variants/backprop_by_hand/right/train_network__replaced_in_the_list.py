# question: train_network
# why: puts new pairs into the caller's list and returns nothing
def train_network(
    inputs, layers, activation_funcs, activation_ders, targets, learning_rate=0.001, epochs=100
):
    last = len(layers) - 1
    for _ in range(epochs):
        if activation_ders[last] is None:
            ders = list(activation_ders)
            ders[last] = lambda z: 1.0
            grads = backpropagation_batch(
                inputs, layers, activation_funcs, targets, ders, lambda p, t: (p - t) / t.shape[0]
            )
        else:
            grads = backpropagation_batch(inputs, layers, activation_funcs, targets, activation_ders, mse_der)
        for i in range(len(layers)):
            layers[i] = (
                layers[i][0] - learning_rate * grads[i][0],
                layers[i][1] - learning_rate * grads[i][1],
            )
