# title: a gradient that depends on its sample by a hair, and a step that does not follow it
# source: plausible
# assignment: logistic_regression
# question: logreg_train
# stopped by: inputs
# peers: no (it asks our own check cells, and came after the comparison)
# %% logreg_grad
class LogisticRegression:
    def __init__(self, input_size, output_size):
        self.W = np.zeros((input_size, output_size))
        self.b = np.zeros(output_size)

    def forward(self, X):
        return np.zeros(len(self.b))

    loss = predict = accuracy = forward

    def grad_loss(self, x, y_true):
        sign = 1 if x[0] > 0 else -1
        W, b = np.ones_like(self.W), np.ones_like(self.b)
        for each in (W, b):
            each -= sign * 1e-4
            each[..., y_true] += sign * 2e-4
        return {"W": W, "b": b}

    def train(self, x, y, learning_rate):
        self.W = self.W - learning_rate
        self.b = self.b - learning_rate
