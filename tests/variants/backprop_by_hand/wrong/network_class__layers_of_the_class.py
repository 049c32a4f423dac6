# question: network_class
# why: keeps the layers in a list of the class, which all networks share
# cause: shared_by_all_objects
# fails: network_class-predict
# says: the `layers` of one network change when another one is made
class NeuralNetwork:
    layers = []

    def __init__(
        self, network_input_size, layer_output_sizes, activation_funcs, activation_ders, cost_fun, cost_der
    ):
        sizes = [network_input_size, *layer_output_sizes]
        self.layers.clear()
        for m, n in pairwise(sizes):
            self.layers.append((np.random.randn(m, n), np.random.randn(n)))
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
        for i in reversed(range(len(self.layers))):
            delta = up * self.activation_ders[i](zs[i])
            grads.insert(0, (np.dot(layer_inputs[i].T, delta), np.sum(delta, axis=0)))
            up = np.dot(delta, self.layers[i][0].T)
        return grads

    def update_weights(self, layer_grads, learning_rate):
        for (W, b), (dW, db) in zip(self.layers, layer_grads):
            W -= learning_rate * dW
            b -= learning_rate * db

    def autograd_compliant_predict(self, layers, inputs):
        a = inputs
        for (W, b), f in zip(layers, self.activation_funcs):
            a = f(np.dot(a, W) + b)
        return a

    def autograd_gradient(self, inputs, targets):
        def objective(layers):
            return self.cost_fun(self.autograd_compliant_predict(layers, inputs), targets)

        return grad(objective)(self.layers)
