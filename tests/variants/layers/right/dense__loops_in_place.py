# question: dense
# why: loops over samples, updates in place, uniform initial weights
# alone: its loops are right and too slow to train a network of 100 and 200 units
class Dense:
    def __init__(self, n_in, n_out, lr=0.1):
        self.lr = lr
        self.weights = np.random.rand(n_in, n_out) * 0.02 - 0.01
        self.biases = np.zeros((n_out,))

    def forward(self, x):
        out = np.zeros((len(x), len(self.biases)))
        for n in range(len(x)):
            for o in range(len(self.biases)):
                out[n, o] = sum(x[n, i] * self.weights[i, o] for i in range(len(self.weights)))
        out += self.biases
        return out

    def backward(self, x, g):
        down = np.array([np.dot(self.weights, row) for row in g])
        dW, db = np.zeros_like(self.weights), np.zeros_like(self.biases)
        for sample, row in zip(x, g, strict=True):
            dW += np.outer(sample, row)
            db += row
        self.weights -= self.lr * dW
        self.biases -= self.lr * db
        return down
