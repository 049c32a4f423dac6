# question: neural_net
# why: sums written out, unit by unit
# alone: a cell that trains with it takes minutes, more than a cell may
class NeuralNet:
    def __init__(self, input_size, hidden_size, output_size):
        self.input_size, self.hidden_size, self.output_size = input_size, hidden_size, output_size
        self.W_h = np.random.uniform(-1, 1, (input_size, hidden_size))
        self.b_h = np.zeros((hidden_size,))
        self.W_o = np.random.uniform(-1, 1, (hidden_size, output_size))
        self.b_o = np.zeros((output_size,))

    def forward_keep_activations(self, X):
        if len(np.shape(X)) == 2:
            rows = [self.forward_keep_activations(x) for x in X]
            return tuple(np.array(part) for part in zip(*rows, strict=True))
        D, H, C = self.W_h.shape + self.b_o.shape
        z_h = np.array([sum(X[d] * self.W_h[d, j] for d in range(D)) + self.b_h[j] for j in range(H)])
        h = sigmoid(z_h)
        z_o = np.array([sum(h[j] * self.W_o[j, c] for j in range(H)) + self.b_o[c] for c in range(C)])
        return softmax(z_o), h, z_h

    def forward(self, X):
        return self.forward_keep_activations(X)[0]

    def loss(self, X, y):
        if np.ndim(X) == 1:
            return -np.log(self.forward(X)[y])
        return sum(self.loss(x, label) for x, label in zip(X, y, strict=True)) / len(X)

    def grad_loss(self, x, y_true):
        p, h, z_h = self.forward_keep_activations(x)
        p = np.ravel(p)
        D, H, C = self.W_h.shape + self.b_o.shape
        delta_o = [p[c] - (1.0 if c == y_true else 0.0) for c in range(C)]
        slope = dsigmoid(z_h)
        delta_h = [sum(delta_o[c] * self.W_o[j, c] for c in range(C)) * slope[j] for j in range(H)]
        return {
            "W_h": [[x[d] * delta_h[j] for j in range(H)] for d in range(D)],
            "b_h": delta_h,
            "W_o": [[h[j] * delta_o[c] for c in range(C)] for j in range(H)],
            "b_o": delta_o,
        }

    def train(self, x, y, learning_rate):
        grads = self.grad_loss(x, y)
        self.W_h = self.W_h - learning_rate * np.array(grads["W_h"])
        self.b_h = self.b_h - learning_rate * np.array(grads["b_h"])
        self.W_o = self.W_o - learning_rate * np.array(grads["W_o"])
        self.b_o = self.b_o - learning_rate * np.array(grads["b_o"])

    def predict(self, X):
        return np.argmax(self.forward(X), axis=-1)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
