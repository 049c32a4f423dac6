# question: neural_net
# why: gradients are clipped at +-1 before the step of train
# cause: none
# also: clipped_entries
# fails: neural_net-train
# says: with large entries is wrong in all entries.
class NeuralNet:
    def __init__(self, input_size, hidden_size, output_size):
        self.W_h = np.random.randn(input_size, hidden_size) * 0.1
        self.b_h = np.zeros(hidden_size)
        self.W_o = np.random.randn(hidden_size, output_size) * 0.1
        self.b_o = np.zeros(output_size)
        self.output_size = output_size

    def forward_keep_activations(self, X):
        z_h = np.dot(X, self.W_h) + self.b_h
        h = sigmoid(z_h)
        y = softmax(np.dot(h, self.W_o) + self.b_o)
        return y, h, z_h

    def forward(self, X):
        return self.forward_keep_activations(X)[0]

    def loss(self, X, y):
        return nll(one_hot(self.output_size, y), self.forward(X))

    def grad_loss(self, x, y_true):
        y, h, z_h = self.forward_keep_activations(x)
        dz_o = y - one_hot(self.output_size, y_true)
        dz_h = np.dot(self.W_o, dz_o) * dsigmoid(z_h)
        return {"W_h": np.outer(x, dz_h), "b_h": dz_h, "W_o": np.outer(h, dz_o), "b_o": dz_o}

    def train(self, x, y, learning_rate):
        for k, d in self.grad_loss(x, y).items():
            np.clip(d, -1, 1, out=d)
            setattr(self, k, getattr(self, k) - learning_rate * d)

    def predict(self, X):
        return np.argmax(self.forward(X), axis=-1)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
