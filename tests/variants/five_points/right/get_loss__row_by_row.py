# question: get_loss
# why: the loss of each sample, then their mean, in an array without axes
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
        predictions = self.forward(x)
        each = [self.loss.forward(y[n : n + 1], predictions[n : n + 1]) for n in range(len(x))]
        return np.array(sum(each) / len(each))

    def backward(self, x, y):
        upstream = self.loss.get_gradient(y, self.forward(x))
        for layer in reversed(self.layers):
            delta = upstream * layer.act.get_gradient(layer.last_zin)
            layer.set_weight_gradient(np.dot(layer.last_input.T, delta))
            layer.set_bias_gradient(np.sum(delta, axis=0))
            upstream = np.dot(delta, layer.get_weight().T)

    def apply_gradients(self, learning_rate):
        linears = [layer.linear for layer in self.layers]
        if any(linear.weight_grad is None or linear.bias_grad is None for linear in linears):
            raise ValueError("no gradients yet")
        for linear in linears:
            linear.weight = linear.weight - learning_rate * linear.weight_grad
            linear.bias = linear.bias - learning_rate * linear.bias_grad
