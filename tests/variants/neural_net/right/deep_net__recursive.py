# question: deep_net
# why: goes down and up the layers by recursion
class DeepNet:
    def __init__(self, input_size, hidden_sizes, output_size, activation=sigmoid, d_activation=dsigmoid):
        sizes = [input_size] + list(hidden_sizes) + [output_size]
        self.weights = [np.random.uniform(-1, 1, sizes[i : i + 2]) for i in range(len(sizes) - 1)]
        self.biases = [np.zeros(size) for size in sizes[1:]]
        self.activation, self.d_activation = activation, d_activation

    def _layer(self, i, a, y):
        """Probabilities; with classes y also d loss / d a and the gradients of layers i, i + 1, ..."""
        z = a @ self.weights[i] + self.biases[i]
        if i == len(self.weights) - 1:
            p, later = softmax(z), []
            delta = None if y is None else (p - one_hot(p.shape[1], y)) / y.size
        else:
            p, upstream, later = self._layer(i + 1, self.activation(z), y)
            delta = None if y is None else upstream * self.d_activation(z)
        if y is None:
            return p, None, []
        return p, delta @ self.weights[i].T, [(a.T @ delta, np.ones(len(a)) @ delta), *later]

    def forward(self, X):
        return self._layer(0, X, None)[0]

    def loss(self, X, y):
        return nll(one_hot(len(self.biases[-1]), y), self.forward(X))

    def grad_loss(self, X, y):
        pairs = self._layer(0, X, y)[2]
        return {"weights": tuple(W for W, _ in pairs), "biases": tuple(b for _, b in pairs)}

    def accuracy(self, X, y):
        return np.mean(np.argmax(self.forward(X), axis=1) == y)
