# question: logreg_grad
# why: entry by entry, and steps in place
class LogisticRegression:
    def __init__(self, input_size, output_size):
        self.W = np.random.uniform(-0.1, 0.1, size=(input_size, output_size))
        self.b = np.random.uniform(-0.1, 0.1, size=output_size)
        self.output_size = output_size

    def forward(self, X):
        return softmax(np.dot(X, self.W) + self.b)

    def predict(self, X):
        return np.argmax(self.forward(X), axis=-1)

    def loss(self, X, y):
        return nll(one_hot(self.output_size, y), self.forward(X))

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)

    def grad_loss(self, x, y_true):
        p = self.forward(x)
        W_grad, b_grad = np.zeros(self.W.shape), np.zeros(self.b.shape)
        for c in range(self.output_size):
            error = p[c] - 1 if c == y_true else p[c]
            for d in range(len(x)):
                W_grad[d, c] = x[d] * error
            b_grad[c] = error
        return dict(W=W_grad, b=b_grad)

    def train(self, x, y, learning_rate):
        grads = self.grad_loss(x, y)
        self.W -= learning_rate * grads["W"]
        self.b -= learning_rate * grads["b"]
        return self
