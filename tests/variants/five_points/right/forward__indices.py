# question: forward
# why: walks with indices, in-place steps, a flag for the gradients
class NeuralNetwork:
    def __init__(self, input_size, output_size, hidden_sizes):
        sizes = [input_size, *hidden_sizes]
        self.layers = [NeuralLayer(i, o, TanH()) for i, o in zip(sizes[:-1], sizes[1:])]
        self.layers.append(NeuralLayer(sizes[-1], output_size, Sigmoid()))
        self.loss = MSELoss()
        self.has_gradients = False

    def forward(self, x):
        a = [x]
        for i in range(len(self.layers)):
            a.append(self.layers[i].forward(a[i]))
        return a[-1]

    def get_loss(self, x, y):
        y_pred = self.forward(x)
        return float(self.loss.forward(y, y_pred))

    def backward(self, x, y):
        y_pred = self.forward(x)
        last = len(self.layers) - 1
        delta = self.loss.get_gradient(y, y_pred) * self.layers[last].act.get_gradient(
            self.layers[last].last_zin
        )
        for i in range(last, -1, -1):
            layer = self.layers[i]
            layer.set_weight_gradient(layer.last_input.T @ delta)
            layer.set_bias_gradient(np.ones(len(x)) @ delta)
            if i > 0:
                below = self.layers[i - 1]
                delta = (delta @ layer.get_weight().T) * below.act.get_gradient(below.last_zin)
        self.has_gradients = True

    def apply_gradients(self, learning_rate):
        if not self.has_gradients:
            raise ValueError("call backward first")
        for layer in self.layers:
            layer.linear.weight -= learning_rate * layer.linear.weight_grad
            layer.linear.bias -= learning_rate * layer.linear.bias_grad
