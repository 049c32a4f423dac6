# question: neural_net
# why: a batch of one in the gradients as well: those of the biases have a leading axis of 1
class Base:
    def predict(self, X):
        return np.argmax(self.forward(X), axis=-1)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)


class NeuralNet(Base):
    def __init__(self, input_size, hidden_size, output_size):
        self.W_h = np.random.randn(input_size, hidden_size) * 0.01
        self.b_h = np.random.rand(hidden_size)
        self.W_o = np.random.randn(hidden_size, output_size) * 0.01
        self.b_o = np.random.rand(output_size)
        self.output_size = np.int64(output_size)

    def forward_keep_activations(self, X):
        X = np.atleast_2d(X)
        z_h = np.einsum("nd,dh->nh", X, self.W_h) + self.b_h[None, :]
        h = sigmoid(z_h)
        return softmax(np.einsum("nh,hc->nc", h, self.W_o) + self.b_o[None, :]), h, z_h

    def forward(self, X):
        y, _, _ = self.forward_keep_activations(X)
        return y

    def loss(self, X, y):
        return nll(one_hot(self.output_size, np.atleast_1d(y)), self.forward(X))

    def grad_loss(self, x, y_true):
        y, h, z_h = self.forward_keep_activations(x)
        delta_o = np.atleast_2d(y) - one_hot(self.output_size, [y_true])
        delta_h = (delta_o @ self.W_o.T) * dsigmoid(np.atleast_2d(z_h))
        return {
            "W_h": np.atleast_2d(x).T @ delta_h,
            "b_h": delta_h,
            "W_o": np.atleast_2d(h).T @ delta_o,
            "b_o": delta_o,
            "loss": self.loss(x, y_true),
        }

    def train(self, x, y, learning_rate):
        grads = self.grad_loss(x, y)
        for name in ("W_h", "b_h", "W_o", "b_o"):
            before = getattr(self, name)
            setattr(self, name, before - learning_rate * grads[name].reshape(before.shape))
