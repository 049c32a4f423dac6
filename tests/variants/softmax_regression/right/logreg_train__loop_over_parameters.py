# question: logreg_train
# why: the parameters in a loop over their names, the new model returned
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
        error = self.forward(x) - one_hot(self.output_size, y_true)
        return {"W": x.reshape(-1, 1) * error.reshape(1, -1), "b": error}

    def train(self, x, y, learning_rate):
        gradients = self.grad_loss(x, y)
        for name in gradients:
            step = -learning_rate * gradients[name]
            self.__dict__[name] = self.__dict__[name] + step
        return self
