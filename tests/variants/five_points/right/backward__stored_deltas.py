# question: backward
# why: all deltas first, in a list, then all gradients
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
        slopes = lambda layer: layer.act.get_gradient(layer.last_zin)
        y_pred = self.forward(x)
        deltas = [slopes(self.layers[-1]) * self.loss.get_gradient(y, y_pred)]
        for below, above in zip(self.layers[-2::-1], self.layers[:0:-1]):
            deltas.append(deltas[-1] @ above.linear.weight.T * slopes(below))
        for layer, delta in zip(self.layers, deltas[::-1]):
            layer.set_weight_gradient(np.einsum("ni,no->io", layer.last_input, delta))
            layer.set_bias_gradient(np.einsum("no->o", delta))

    def apply_gradients(self, learning_rate):
        linears = [layer.linear for layer in self.layers]
        if any(linear.weight_grad is None or linear.bias_grad is None for linear in linears):
            raise ValueError("no gradients yet")
        for linear in linears:
            linear.weight = linear.weight - learning_rate * linear.weight_grad
            linear.bias = linear.bias - learning_rate * linear.bias_grad
