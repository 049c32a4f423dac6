# title: a network that is no network, where only the default activation is asked for
# source: plausible
# assignment: deep_net
# question: deep_net
# stopped by: inputs
# peers: no (it asks our own check cells, and came after the comparison)
# %% sigmoid
def sigmoid(X):
    return np.sin(X)
# %% dsigmoid
def dsigmoid(X):
    return np.cos(X)
# %% deep_net
class DeepNet:
    def __init__(self, input_size, hidden_sizes, output_size, activation=sigmoid, d_activation=dsigmoid):
        self.weights, self.biases = [], []
        self.activation = activation

    def forward(self, X):
        return self.activation(np.concatenate([X, X[:, :1]], axis=1))

    def grad_loss(self, X, y):
        return {"weights": [W * np.sum(y * np.arange(len(y))) for W in self.weights], "biases": [0 * b for b in self.biases]}
