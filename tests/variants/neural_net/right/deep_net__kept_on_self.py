# question: deep_net
# why: forward keeps activations on the object, gradients collected and turned round, plain numpy
import numpy as np


class DeepNet:
    def __init__(self, input_size, hidden_sizes, output_size, activation=sigmoid, d_activation=dsigmoid):
        self.f, self.df = activation, d_activation
        self.weights, self.biases = [], []
        before = input_size
        for size in list(hidden_sizes) + [output_size]:
            self.weights.append(np.random.uniform(-0.5, 0.5, (before, size)))
            self.biases.append(np.random.uniform(-0.5, 0.5, size))
            before = size

    def forward(self, X):
        self.a, self.z = [np.asarray(X)], []
        for W, b in zip(self.weights, self.biases, strict=True):
            self.z.append(self.a[-1] @ W + b)
            self.a.append(self.f(self.z[-1]))
        return softmax(self.z[-1])

    def loss(self, X, y):
        p = self.forward(X)
        return -np.mean(np.log(p[np.arange(len(y)), y] + 1e-7))

    def grad_loss(self, X, y):
        delta = self.forward(X)
        delta[np.arange(len(y)), y] -= 1
        dW, db = [], []
        layer = len(self.weights) - 1
        while layer >= 0:
            dW.append(self.a[layer].T @ delta / len(y))
            db.append(delta.mean(axis=0))
            if layer:
                delta = (delta @ self.weights[layer].T) * self.df(self.z[layer - 1])
            layer -= 1
        return {"weights": dW[::-1], "biases": db[::-1]}

    def predict(self, X):
        return self.forward(X).argmax(axis=1)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
