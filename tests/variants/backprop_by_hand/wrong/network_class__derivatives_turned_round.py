# question: network_class
# why: turns the list of derivatives round in each call
# cause: kept_from_earlier_call
# fails: network_class-weights
# says: wrong when it is called again with other layers and inputs
class NeuralNetwork:
    def __init__(
        self, network_input_size, layer_output_sizes, activation_funcs, activation_ders, cost_fun, cost_der
    ):
        sizes = [network_input_size, *layer_output_sizes]
        self.layers = [(np.random.randn(m, n), np.random.randn(n)) for m, n in pairwise(sizes)]
        self.activation_funcs = activation_funcs
        self.activation_ders = activation_ders
        self.cost_fun = cost_fun
        self.cost_der = cost_der

    def predict(self, inputs):
        return self.autograd_compliant_predict(self.layers, inputs)

    def cost(self, inputs, targets):
        return self.cost_fun(self.predict(inputs), targets)

    def _feed_forward_saver(self, inputs):
        layer_inputs, zs, a = [], [], inputs
        for (W, b), f in zip(self.layers, self.activation_funcs):
            layer_inputs.append(a)
            z = np.dot(a, W) + b
            zs.append(z)
            a = f(z)
        return layer_inputs, zs, a

    def compute_gradient(self, inputs, targets):
        layer_inputs, zs, predict = self._feed_forward_saver(inputs)
        grads = []
        up = self.cost_der(predict, targets)
        self.activation_ders.reverse()
        for i in reversed(range(len(self.layers))):
            delta = up * self.activation_ders[len(self.layers) - 1 - i](zs[i])
            grads.insert(0, (np.dot(layer_inputs[i].T, delta), np.sum(delta, axis=0)))
            up = np.dot(delta, self.layers[i][0].T)
        return grads

    def update_weights(self, layer_grads, learning_rate):
        self.layers = [
            (W - learning_rate * dW, b - learning_rate * db)
            for (W, b), (dW, db) in zip(self.layers, layer_grads)
        ]

    def autograd_compliant_predict(self, layers, inputs):
        a = inputs
        for (W, b), f in zip(layers, self.activation_funcs):
            a = f(np.dot(a, W) + b)
        return a

    def autograd_gradient(self, inputs, targets):
        def objective(layers):
            return self.cost_fun(self.autograd_compliant_predict(layers, inputs), targets)

        return grad(objective)(self.layers)
