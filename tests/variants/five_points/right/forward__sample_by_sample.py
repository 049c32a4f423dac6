# question: forward
# why: loops over the samples, outer products, no memory of the layers
class NeuralNetwork:
    def __init__(self, input_size, output_size, hidden_sizes):
        sizes = [input_size, *hidden_sizes]
        self.layers = [NeuralLayer(i, o, TanH()) for i, o in zip(sizes[:-1], sizes[1:])]
        self.layers.append(NeuralLayer(sizes[-1], output_size, Sigmoid()))
        self.loss = MSELoss()

    def forward(self, x):
        self.zs, self.activations = [], [x]
        for layer in self.layers:
            self.zs.append(layer.linear.forward(self.activations[-1]))
            self.activations.append(layer.act.forward(self.zs[-1]))
        return self.activations[-1]

    def get_loss(self, x, y):
        if len(x) == 0:
            return 0.0
        return MSELoss().forward(y, self.forward(x))

    def backward(self, x, y):
        dC_da = self.loss.get_gradient(y, self.forward(x))
        w_grads = [np.zeros_like(layer.get_weight()) for layer in self.layers]
        b_grads = [np.zeros_like(layer.get_bias()) for layer in self.layers]
        for s in range(x.shape[0]):
            g = dC_da[s]
            for k in reversed(range(len(self.layers))):
                d = g * self.layers[k].act.get_gradient(self.zs[k][s])
                w_grads[k] += np.outer(self.activations[k][s], d)
                b_grads[k] += d
                g = self.layers[k].get_weight().dot(d)
        for layer, w, b in zip(self.layers, w_grads, b_grads):
            layer.linear.weight_grad = w
            layer.linear.bias_grad = b

    def apply_gradients(self, lr):
        try:
            steps = [(lr * layer.linear.weight_grad, lr * layer.linear.bias_grad) for layer in self.layers]
        except TypeError:
            raise ValueError("no gradients")
        for layer, (w, b) in zip(self.layers, steps):
            layer.linear.weight = layer.linear.weight - w
            layer.linear.bias = layer.linear.bias - b
