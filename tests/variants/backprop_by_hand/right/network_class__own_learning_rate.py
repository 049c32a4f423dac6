# question: network_class
# why: keeps its learning rate, changes arrays in place, plain numpy, own bias rows
import numpy as np
from autograd import grad as autograd_grad


class Base:
    def _feed_forward_saver(self, inputs):
        layer_inputs, zs, a = [], [], inputs
        for (W, b), activation in zip(self.layers, self.activation_funcs):
            layer_inputs.append(a)
            z = a @ W + b
            zs.append(z)
            a = activation(z)
        return layer_inputs, zs, a


class NeuralNetwork(Base):
    def __init__(
        self, network_input_size, layer_output_sizes, activation_funcs, activation_ders, cost_fun, cost_der
    ):
        self.learning_rate = 0.05
        self.activation_funcs, self.activation_ders = activation_funcs, activation_ders
        self._cost, self._cost_der = cost_fun, cost_der
        self.layers = []
        for size in layer_output_sizes:
            self.layers.append((np.random.rand(network_input_size, size), np.random.rand(1, size)))
            network_input_size = size

    def predict(self, inputs):
        return self._feed_forward_saver(inputs)[2]

    def cost(self, inputs, targets):
        return self._cost(self.predict(inputs), targets)

    def compute_gradient(self, inputs, targets):
        layer_inputs, zs, predict = self._feed_forward_saver(inputs)
        delta = self._cost_der(predict, targets) * self.activation_ders[-1](zs[-1])
        grads = [(layer_inputs[-1].T @ delta, delta.sum(axis=0, keepdims=True))]
        for i in range(len(self.layers) - 2, -1, -1):
            delta = delta @ self.layers[i + 1][0].T * self.activation_ders[i](zs[i])
            grads = [(layer_inputs[i].T @ delta, delta.sum(axis=0, keepdims=True))] + grads
        return grads

    def update_weights(self, layer_grads):
        for (W, b), (dW, db) in zip(self.layers, layer_grads):
            W -= self.learning_rate * dW
            b -= self.learning_rate * db

    def autograd_compliant_predict(self, layers, inputs):
        a = inputs
        for (W, b), activation in zip(layers, self.activation_funcs):
            a = activation(a @ W + b)
        return a

    def autograd_gradient(self, inputs, targets):
        def cost_of(layers):
            return self._cost(self.autograd_compliant_predict(layers, inputs), targets)

        return autograd_grad(cost_of, 0)(self.layers)
