# question: optimizer
# why: RMSprop alone, from scratch, the stub of the other one left
class DenseMomentum(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, momentum=0.9):
        raise NotImplementedError("optimizer is not written yet")


class DenseRMSprop:
    def __init__(self, n, m, learning_rate=0.01, decay=0.9, eps=1e-8):
        self.weights, self.biases = 0.01 * np.random.randn(n, m), np.zeros(m)
        self.state = {"weights": np.zeros((n, m)), "biases": np.zeros(m)}
        self.settings = learning_rate, decay, eps

    def forward(self, X):
        return X @ self.weights + self.biases

    def backward(self, X, G):
        down = G @ self.weights.T
        rate, decay, eps = self.settings
        for key, g in (("weights", X.T @ G), ("biases", G.sum(axis=0))):
            self.state[key] += (1 - decay) * (g * g - self.state[key])
            setattr(self, key, getattr(self, key) - rate * g / (self.state[key] ** 0.5 + eps))
        return down
