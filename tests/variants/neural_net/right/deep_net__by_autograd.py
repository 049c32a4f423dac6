# question: deep_net
# why: lets autograd differentiate with respect to both lists
from autograd import grad


class DeepNet:
    def __init__(self, n_in, hidden, n_out, activation=sigmoid, d_activation=dsigmoid):
        sizes = (n_in,) + tuple(hidden) + (n_out,)
        self.weights = [np.random.randn(m, n) for m, n in zip(sizes, sizes[1:])]
        self.biases = [np.zeros(n) for n in sizes[1:]]
        self.activation = activation

    def run(self, parameters, X):
        weights, biases = parameters
        for i in range(len(weights)):
            X = np.dot(X, weights[i]) + biases[i]
            if i < len(weights) - 1:
                X = self.activation(X)
        return softmax(X)

    def forward(self, X):
        return self.run((self.weights, self.biases), X)

    def loss(self, X, y):
        return nll(one_hot(len(self.biases[-1]), y), self.forward(X))

    def grad_loss(self, X, y):
        truth = one_hot(len(self.biases[-1]), y)
        both = grad(lambda parameters: nll(truth, self.run(parameters, X)))(
            (list(self.weights), list(self.biases))
        )
        return {"weights": list(both[0]), "biases": list(both[1])}

    def accuracy(self, X, y):
        return np.mean(np.argmax(self.forward(X), axis=1) == y)
