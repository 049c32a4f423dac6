# question: xavier
# why: the uniform form, without Dense
class DenseXavier:
    def __init__(self, n_in, n_out, learning_rate=0.1):
        bound = (6 / (n_in + n_out)) ** 0.5
        self.weights = np.random.uniform(-bound, bound, (n_in, n_out))
        self.biases = np.zeros(n_out)
        self.rate = learning_rate

    def forward(self, X):
        return X.dot(self.weights) + self.biases

    def backward(self, X, G):
        result = G.dot(self.weights.T)
        self.weights -= self.rate * X.T.dot(G)
        self.biases -= self.rate * G.sum(0)
        return result
