# question: deep_net
# why: gradients are clipped at +-1 against explosion: wrong for large ones
# cause: none
# also: clipped_entries
# fails: deep_net-grad_weights
# says: grads["weights"][0] (hidden_sizes=[4], N = 3, large entries) is wrong in
class DeepNet:
    def __init__(self, input_size, hidden_sizes, output_size, activation=sigmoid, d_activation=dsigmoid):
        sizes = [input_size] + list(hidden_sizes) + [output_size]
        self.weights = [np.random.randn(a, b) / np.sqrt(a) for a, b in zip(sizes[:-1], sizes[1:])]
        self.biases = [np.zeros(b) for b in sizes[1:]]
        self.activation = activation
        self.d_activation = d_activation

    def _pass(self, X):
        a, zs, acts = X, [], [X]
        for i, (W, b) in enumerate(zip(self.weights, self.biases)):
            z = np.dot(a, W) + b
            zs.append(z)
            a = self.activation(z) if i < len(self.weights) - 1 else softmax(z)
            acts.append(a)
        return zs, acts

    def forward(self, X):
        return self._pass(X)[1][-1]

    def loss(self, X, y):
        return nll(one_hot(len(self.biases[-1]), y), self.forward(X))

    def grad_loss(self, X, y):
        zs, acts = self._pass(X)
        d = (acts[-1] - one_hot(acts[-1].shape[1], y)) / len(X)
        gW, gb = [], []
        for i in reversed(range(len(self.weights))):
            gW.insert(0, acts[i].T @ d)
            gb.insert(0, d.sum(axis=0))
            if i > 0:
                d = (d @ self.weights[i].T) * self.d_activation(zs[i - 1])
        return {"weights": [np.clip(g, -1, 1) for g in gW], "biases": [np.clip(g, -1, 1) for g in gb]}

    def predict(self, X):
        return np.argmax(self.forward(X), axis=-1)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
