# question: apply_gradients
# why: tests and steps layer by layer, in place, an error class of its own
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

    class NoGradients(ValueError):
        pass

    def apply_gradients(self, learning_rate):
        for number, layer in enumerate(self.layers):
            if layer.linear.weight_grad is None:
                raise self.NoGradients(f"layer {number} has no gradient")
            layer.linear.weight -= layer.linear.weight_grad * learning_rate
            layer.linear.bias -= layer.linear.bias_grad * learning_rate
