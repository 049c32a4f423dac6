# question: forward
# why: backward differentiates with autograd
class NeuralNetwork:
    def __init__(self, input_size, output_size, hidden_sizes):
        sizes = [input_size, *hidden_sizes]
        self.layers = [NeuralLayer(i, o, TanH()) for i, o in zip(sizes[:-1], sizes[1:])]
        self.layers.append(NeuralLayer(sizes[-1], output_size, Sigmoid()))
        self.loss = MSELoss()

    def forward(self, x):
        out = x
        for layer in self.layers:
            out = layer.forward(out)
        return out

    def get_loss(self, x, y):
        return self.loss.forward(y, self.forward(x))

    def backward(self, x, y):
        import autograd

        if np.shape(y) != np.shape(self.forward(x)):
            raise ValueError("y has the wrong shape")

        def cost(parameters):
            a = x
            for layer, (weight, bias) in zip(self.layers, parameters):
                a = layer.act.forward(np.dot(a, weight) + bias)
            return self.loss.forward(y, a) if not isinstance(self.loss, MSELoss) else np.mean((a - y) ** 2)

        gradients = autograd.grad(cost)([(layer.get_weight(), layer.get_bias()) for layer in self.layers])
        for layer, (weight, bias) in zip(self.layers, gradients):
            layer.set_weight_gradient(weight)
            layer.set_bias_gradient(bias)

    def apply_gradients(self, learning_rate=0.1):
        if self.layers[0].linear.bias_grad is None:
            raise ValueError("no gradients yet")
        for layer in self.layers:
            for name in ("weight", "bias"):
                step = learning_rate * getattr(layer.linear, name + "_grad")
                setattr(layer.linear, name, getattr(layer.linear, name) - step)
