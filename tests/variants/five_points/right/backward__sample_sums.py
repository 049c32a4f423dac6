# question: backward
# why: outer products summed sample by sample, slopes from the stored activations
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
        self.forward(x)
        upstream = self.loss.get_gradient(y, self.layers[-1].last_zout)
        for place in range(len(self.layers), 0, -1):
            layer = self.layers[place - 1]
            out = layer.last_zout
            delta = upstream * (out * (1 - out) if place == len(self.layers) else 1 - out * out)
            weight_gradient = np.zeros(layer.get_weight().shape)
            bias_gradient = np.zeros(layer.get_bias().shape)
            for row_in, row_delta in zip(layer.last_input, delta):
                weight_gradient += np.outer(row_in, row_delta)
                bias_gradient += row_delta
            layer.set_weight_gradient(weight_gradient)
            layer.set_bias_gradient(bias_gradient)
            upstream = (layer.get_weight() @ delta.T).T

    def apply_gradients(self, learning_rate):
        linears = [layer.linear for layer in self.layers]
        if any(linear.weight_grad is None or linear.bias_grad is None for linear in linears):
            raise ValueError("no gradients yet")
        for linear in linears:
            linear.weight = linear.weight - learning_rate * linear.weight_grad
            linear.bias = linear.bias - learning_rate * linear.bias_grad
