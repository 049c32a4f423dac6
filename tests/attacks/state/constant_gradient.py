# title: a constant gradient, and a step that subtracts it
# source: plausible
# assignment: logistic_regression
# question: logreg_train
# stopped by: inputs
# %% logreg_grad
class LogisticRegression:
    """A linear model with softmax: D inputs, C classes."""

    def __init__(self, input_size, output_size):
        self.W = np.random.uniform(-0.1, 0.1, size=(input_size, output_size))  # (D, C)
        self.b = np.random.uniform(-0.1, 0.1, size=output_size)  # (C,)
        self.output_size = output_size

    def forward(self, X):
        """Probabilities: (C,) for one sample (D,), (N, C) for a batch (N, D)."""
        return softmax(np.dot(X, self.W) + self.b)

    def predict(self, X):
        """The most probable class: an int for one sample, (N,) for a batch."""
        return np.argmax(self.forward(X), axis=-1)

    def loss(self, X, y):
        """Mean negative log likelihood of one sample and its class, or of a batch (N, D) and its classes (N,)."""
        return nll(one_hot(self.output_size, y), self.forward(X))

    def accuracy(self, X, y):
        """The share of a batch that is classified correctly."""
        return np.mean(self.predict(X) == y)

    def grad_loss(self, x, y_true):
        """The gradient of the loss for one sample.

        x:      (D,)
        y_true: its class, an int

        Returns {"W": (D, C), "b": (C,)}.
        """
        return {"W": np.ones_like(self.W), "b": np.ones_like(self.b)}

    def train(self, x, y, learning_rate):
        """One step of stochastic gradient descent on one sample; changes W and b.

        x: (D,)    y: its class, an int    learning_rate: a float
        """
        self.W = self.W - learning_rate
        self.b = self.b - learning_rate
