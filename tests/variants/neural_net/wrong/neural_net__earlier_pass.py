# question: neural_net
# why: goes back through the activations of the last forward pass, whichever sample that was for
# cause: kept_from_earlier_call
# fails: neural_net-grad_W_o, neural_net-grad_b_o, neural_net-grad_W_h, neural_net-grad_b_h
# says: grads["W_o"] of the same x and y_true is another one after the network has seen another sample.
class NeuralNet:
    def __init__(self, input_size, hidden_size, output_size):
        self.W_h = np.random.randn(input_size, hidden_size) * 0.1
        self.b_h = np.zeros(hidden_size)
        self.W_o = np.random.randn(hidden_size, output_size) * 0.1
        self.b_o = np.zeros(output_size)
        self.output_size = output_size
        self.last = None

    def forward_keep_activations(self, X):
        z_h = X @ self.W_h + self.b_h
        h = sigmoid(z_h)
        self.last = softmax(h @ self.W_o + self.b_o), h, z_h
        return self.last

    def forward(self, X):
        return self.forward_keep_activations(X)[0]

    def loss(self, X, y):
        return nll(one_hot(self.output_size, y), self.forward(X))

    def grad_loss(self, x, y_true):
        y, h, z_h = self.last or self.forward_keep_activations(x)
        d_o = y - one_hot(self.output_size, y_true)
        d_h = (self.W_o @ d_o) * dsigmoid(z_h)
        return {"W_h": np.outer(x, d_h), "b_h": d_h, "W_o": np.outer(h, d_o), "b_o": d_o}

    def train(self, x, y, learning_rate):
        for name, grad in self.grad_loss(x, y).items():
            setattr(self, name, getattr(self, name) - learning_rate * grad)

    def predict(self, X):
        return np.argmax(self.forward(X), axis=-1)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
