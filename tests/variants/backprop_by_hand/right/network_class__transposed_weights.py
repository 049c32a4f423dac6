# question: network_class
# why: W (out, in), update with a default learning rate, layers as tuples in a list
class NeuralNetwork:
    def __init__(self, n_in, sizes, funcs, ders, cost_fun, cost_der):
        widths = [n_in] + sizes
        self.layers = [(np.random.randn(o, i), np.zeros(o)) for i, o in zip(widths[:-1], widths[1:])]
        self.funcs, self.ders, self.cost_fun, self.cost_der = funcs, ders, cost_fun, cost_der

    def autograd_compliant_predict(self, layers, inputs):
        for (W, b), f in zip(layers, self.funcs):
            inputs = f(inputs @ W.T + b)
        return inputs

    def predict(self, inputs):
        return self.autograd_compliant_predict(self.layers, inputs)

    def cost(self, inputs, targets):
        return float(self.cost_fun(self.predict(inputs), targets))

    def _feed_forward_saver(self, inputs):
        zs, layer_inputs = [], [inputs]
        for (W, b), f in zip(self.layers, self.funcs):
            zs.append(layer_inputs[-1] @ W.T + b)
            layer_inputs.append(f(zs[-1]))
        return layer_inputs[:-1], zs, layer_inputs[-1]

    def compute_gradient(self, inputs, targets):
        layer_inputs, zs, predict = self._feed_forward_saver(inputs)
        upstream, grads = self.cost_der(predict, targets), {}
        for i in reversed(range(len(zs))):
            delta = upstream * self.ders[i](zs[i])
            grads[i] = (np.einsum("no,ni->oi", delta, layer_inputs[i]), np.einsum("no->o", delta))
            upstream = delta @ self.layers[i][0]
        return [grads[i] for i in range(len(zs))]

    def update_weights(self, layer_grads, learning_rate=0.1):
        for i, (dW, db) in enumerate(layer_grads):
            W, b = self.layers[i]
            self.layers[i] = (W - learning_rate * dW, b - learning_rate * db)

    def autograd_gradient(self, inputs, targets):
        cost = lambda layers: self.cost_fun(self.autograd_compliant_predict(layers, inputs), targets)
        return grad(cost)(self.layers)
