# question: forward
# why: recursive functions, einsum, gradients forgotten after each step
class NeuralNetwork:
    def __init__(self, input_size, output_size, hidden_sizes):
        sizes = [input_size, *hidden_sizes]
        self.layers = [NeuralLayer(i, o, TanH()) for i, o in zip(sizes[:-1], sizes[1:])]
        self.layers.append(NeuralLayer(sizes[-1], output_size, Sigmoid()))
        self.loss = MSELoss()

    def forward(self, x, first=0):
        if first == len(self.layers):
            return x
        return self.forward(self.layers[first].forward(x), first + 1)

    def get_loss(self, x, y):
        return np.asarray(self.loss.forward(y, self.forward(x)))

    def backward(self, x, y):
        prediction = self.forward(x)
        return self._down(len(self.layers) - 1, self.loss.get_gradient(y, prediction))

    def _down(self, k, upstream):
        if k < 0:
            return None
        layer = self.layers[k]
        delta = np.multiply(upstream, layer.act.get_gradient(layer.last_zin))
        layer.set_weight_gradient(np.einsum("ni,no->io", layer.last_input, delta))
        layer.set_bias_gradient(np.einsum("no->o", delta))
        return self._down(k - 1, np.einsum("no,io->ni", delta, layer.get_weight()))

    def apply_gradients(self, learning_rate):
        for layer in self.layers:
            if layer.linear.weight_grad is None:
                raise ValueError("backward comes first")
        for layer in self.layers:
            linear = layer.linear
            linear.weight, linear.weight_grad = linear.weight - learning_rate * linear.weight_grad, None
            linear.bias, linear.bias_grad = linear.bias - learning_rate * linear.bias_grad, None
