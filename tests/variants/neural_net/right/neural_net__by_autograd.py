# question: neural_net
# why: lets autograd find the gradient of the loss
from autograd import grad


class NeuralNet:
    def __init__(self, input_size, hidden_size, output_size):
        self.W_h = np.random.uniform(-0.5, 0.5, size=(input_size, hidden_size))
        self.b_h = np.random.uniform(-0.5, 0.5, size=hidden_size)
        self.W_o = np.zeros((hidden_size, output_size))
        self.b_o = np.zeros(output_size)
        self.output_size = output_size

    def forward_keep_activations(self, X):
        return self._forward(self._parameters(), X)

    def _parameters(self):
        return {"W_h": self.W_h, "b_h": self.b_h, "W_o": self.W_o, "b_o": self.b_o}

    def _forward(self, parameters, X):
        z_h = np.dot(X, parameters["W_h"]) + parameters["b_h"]
        h = sigmoid(z_h)
        return softmax(np.dot(h, parameters["W_o"]) + parameters["b_o"]), h, z_h

    def forward(self, X):
        return self.forward_keep_activations(X)[0]

    def loss(self, X, y):
        return nll(one_hot(self.output_size, y), self.forward(X))

    def grad_loss(self, x, y_true):
        truth = one_hot(self.output_size, y_true)
        return grad(lambda parameters: nll(truth, self._forward(parameters, x)[0]))(self._parameters())

    def train(self, x, y, learning_rate):
        for name, value in self.grad_loss(x, y).items():
            self.__dict__[name] = self.__dict__[name] - learning_rate * value

    def predict(self, X):
        return np.argmax(self.forward(X), axis=-1)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
