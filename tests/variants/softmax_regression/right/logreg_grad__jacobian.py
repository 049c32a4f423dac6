# question: logreg_grad
# why: the chain rule with the Jacobian of softmax
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

    def grad_loss(self, x, y_true, eps=1e-7):
        p = self.forward(x)
        dC_dp = -one_hot(self.output_size, y_true) / (p + eps)
        dp_dz = np.diag(p) - np.outer(p, p)
        dC_dz = dp_dz @ dC_dp
        return {"b": dC_dz, "W": x[:, None] @ dC_dz[None, :], "p": p}

    def train(self, sample, label, lr=0.1):
        for name, gradient in self.grad_loss(sample, label).items():
            if name != "p":
                setattr(self, name, getattr(self, name) - lr * gradient)
