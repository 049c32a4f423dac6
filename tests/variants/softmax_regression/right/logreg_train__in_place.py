# question: logreg_train
# why: in-place steps with np.subtract, one gradient call for each parameter
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
        y_pred = self.forward(x)
        y_pred[y_true] -= 1
        return dict(b=y_pred, W=np.einsum("d,c->dc", x, y_pred))

    def train(self, x, y, learning_rate):
        dW, db = self.grad_loss(x, y)["W"], self.grad_loss(x, y)["b"]
        np.subtract(self.W, learning_rate * dW, out=self.W)
        np.subtract(self.b, learning_rate * db, out=self.b)
