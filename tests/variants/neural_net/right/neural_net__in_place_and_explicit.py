# question: neural_net
# why: normal weights, plain numpy, updates in place, everything written out in each method
import numpy as np


class NeuralNet:
    def __init__(self, n_in, n_hidden, n_out, scale=0.3):
        rng = np.random.default_rng()
        self.W_h, self.b_h = scale * rng.normal(size=(n_in, n_hidden)), scale * rng.normal(size=n_hidden)
        self.W_o, self.b_o = scale * rng.normal(size=(n_hidden, n_out)), scale * rng.normal(size=n_out)
        self.output_size = n_out
        self.parameters = [self.W_h, self.b_h, self.W_o, self.b_o]

    def forward(self, X):
        return softmax(sigmoid(X @ self.W_h + self.b_h) @ self.W_o + self.b_o)

    def forward_keep_activations(self, X):
        z = X @ self.W_h + self.b_h
        return [self.forward(X), sigmoid(z), z]

    def loss(self, X, y):
        p = np.atleast_2d(self.forward(X))
        return float(-np.log(p[range(len(p)), np.atleast_1d(y)] + 1e-6).mean())

    def grad_loss(self, x, y_true):
        z_h = x @ self.W_h + self.b_h
        h = sigmoid(z_h)
        d = self.forward(x)
        d[y_true] -= 1
        e = (d * self.W_o).sum(axis=1) * h * (1 - h)
        return dict(W_h=x[:, None] * e, b_h=e.copy(), W_o=h[:, None] * d, b_o=d)

    def train(self, x, y, learning_rate):
        for parameter, grad in zip(self.parameters, self.grad_loss(x, y).values(), strict=True):
            parameter -= learning_rate * grad
        return self.loss(x, y)

    def predict(self, X):
        return np.argmax(self.forward(X), axis=-1)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
