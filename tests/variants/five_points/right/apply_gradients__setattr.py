# question: apply_gradients
# why: getattr and setattr over both parameters, the test by try
class NeuralNetwork:
    def __init__(self, input_size, output_size, hidden_sizes, init=None):
        sizes = [input_size, *hidden_sizes, output_size]
        activations = [TanH() for _ in hidden_sizes] + [Sigmoid()]
        self.layers = [
            NeuralLayer(n_in, n_out, act, init)
            for n_in, n_out, act in zip(sizes[:-1], sizes[1:], activations, strict=True)
        ]
        self.loss = MSELoss()

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def get_loss(self, x, y):
        return self.loss.forward(y, self.forward(x))

    def backward(self, x, y):
        upstream = self.loss.get_gradient(y, self.forward(x))
        for layer in reversed(self.layers):
            delta = upstream * layer.act.get_gradient(layer.last_zin)
            layer.set_weight_gradient(np.dot(layer.last_input.T, delta))
            layer.set_bias_gradient(np.sum(delta, axis=0))
            upstream = np.dot(delta, layer.get_weight().T)

    def apply_gradients(self, learning_rate):
        steps = []
        for layer in self.layers:
            for name in ("weight", "bias"):
                try:
                    step = learning_rate * getattr(layer.linear, name + "_grad")
                except TypeError as error:
                    raise ValueError("call backward before apply_gradients") from error
                steps.append((layer.linear, name, step))
        for linear, name, step in steps:
            setattr(linear, name, getattr(linear, name) - step)
