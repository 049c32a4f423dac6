# question: neural_net
# why: the seed is set inside the constructor and the weights are held in a class attribute: all networks share their arrays, training one (in place) changes the others
# cause: shared_by_all_objects
# fails: neural_net-init
# says: model.W_h changes when the W_h of another network is changed in place.
class NeuralNet:
    _made = {}

    def __init__(self, input_size, hidden_size, output_size):
        size = (input_size, hidden_size, output_size)
        if size not in self._made:
            self._made[size] = (
                0.1 * np.random.randn(input_size, hidden_size),
                np.zeros(hidden_size),
                0.1 * np.random.randn(hidden_size, output_size),
                np.zeros(output_size),
            )
        self.W_h, self.b_h, self.W_o, self.b_o = self._made[size]
        self.output_size = output_size

    def forward_keep_activations(self, X):
        z_h = np.dot(X, self.W_h) + self.b_h
        h = sigmoid(z_h)
        y = softmax(np.dot(h, self.W_o) + self.b_o)
        return y, h, z_h

    def forward(self, X):
        return self.forward_keep_activations(X)[0]

    def loss(self, X, y):
        return nll(one_hot(self.output_size, y), self.forward(X))

    def grad_loss(self, x, y_true):
        y, h, z_h = self.forward_keep_activations(x)
        dz_o = y - one_hot(self.output_size, y_true)
        dz_h = np.dot(self.W_o, dz_o) * dsigmoid(z_h)
        return {"W_h": np.outer(x, dz_h), "b_h": dz_h, "W_o": np.outer(h, dz_o), "b_o": dz_o}

    def train(self, x, y, learning_rate):
        g = self.grad_loss(x, y)
        self.W_h -= learning_rate * g["W_h"]
        self.b_h -= learning_rate * g["b_h"]
        self.W_o -= learning_rate * g["W_o"]
        self.b_o -= learning_rate * g["b_o"]

    def predict(self, X):
        return np.argmax(self.forward(X), axis=-1)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
