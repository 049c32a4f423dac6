# question: logreg_grad
# why: a tuple for a dict, which train knows how to read: only the gradient is not what was asked for
# cause: none
# fails: logreg_grad-W, logreg_grad-b
# says: is a tuple; a dict with the keys
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
        delta = self.forward(x) - one_hot(self.output_size, y_true)
        return np.outer(x, delta), delta

    def train(self, x, y, learning_rate):
        dW, db = self.grad_loss(x, y)
        self.W = self.W - learning_rate * dW
        self.b = self.b - learning_rate * db
