# question: train_network
# why: the gradients come from autograd; layers and costs are returned together
from autograd import grad


def train_network(
    inputs, layers, activation_funcs, activation_ders, targets, learning_rate=0.001, epochs=100
):
    def loss(layers):
        p = feed_forward_batch(inputs, layers, activation_funcs)
        if activation_ders[-1] is None:
            return -np.sum(targets * np.log(p)) / len(inputs)
        return np.mean((p - targets) ** 2)

    history = []
    gradient = grad(loss)
    for _ in tqdm(range(epochs)):
        grads = gradient(layers)
        layers = [
            (W - learning_rate * W_g, b - learning_rate * b_g) for (W, b), (W_g, b_g) in zip(layers, grads)
        ]
        history.append(loss(layers))
    return layers, history


iris_settings = {
    "layer_output_sizes": [10, 10, 3],
    "activation_funcs": [ReLU, tanh, sigmoid],
    "activation_ders": [ReLU_der, tanh_der, lambda z: sigmoid(z) * (1 - sigmoid(z))],
    "learning_rate": 1.0,
    "epochs": 300,
}
