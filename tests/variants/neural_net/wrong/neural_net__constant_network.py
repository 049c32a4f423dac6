# question: neural_net
# why: a constant cost with zero gradients agrees with itself
# cause: biases_not_added
# also: all_zero
# fails: neural_net-forward_one, neural_net-forward_batch, neural_net-loss, neural_net-grad_W_o, neural_net-grad_b_o, neural_net-grad_W_h, neural_net-grad_b_h, neural_net-train
# says: the biases are not added.
class NeuralNet:
    def __init__(self, input_size, hidden_size, output_size):
        self.W_h = np.random.normal(size=(input_size, hidden_size))
        self.b_h = np.zeros(hidden_size)
        self.W_o = np.random.normal(size=(hidden_size, output_size))
        self.b_o = np.zeros(output_size)
        self.output_size = output_size

    def forward_keep_activations(self, X):
        rows = np.shape(X)[:-1]
        units = np.zeros(rows + np.shape(self.b_h))
        return np.ones(rows + (self.output_size,)) / self.output_size, units, units

    def forward(self, X):
        return self.forward_keep_activations(X)[0]

    def loss(self, X, y):
        return 1.0

    def grad_loss(self, x, y_true):
        return {name: 0 * getattr(self, name) for name in ("W_h", "b_h", "W_o", "b_o")}

    def train(self, x, y, learning_rate):
        pass
