# title: a dense layer that answers the same to everything, and layers above it that do nothing and agree with it
# source: plausible
# assignment: more_layers
# question: l2
# stopped by: inputs
# %% xavier
class Dense(Layer):
    def __init__(self, input_units, output_units, learning_rate=0.1, more=None):
        self.weights, self.biases = np.zeros((input_units, output_units)), np.zeros(output_units)
        self.learning_rate = learning_rate

    def forward(self, input):
        return np.arange(1.0 * len(input) * len(self.biases)).reshape(len(input), -1)

    def backward(self, input, grad_output):
        self.weights, self.biases = self.weights - self.learning_rate, self.biases - self.learning_rate
        return np.sin(np.arange(1.0 * np.size(input))).reshape(np.shape(input))


class DenseXavier(Dense):
    pass
# %% l2
class DenseL2(Dense):
    pass
# %% optimizer
class DenseMomentum(Dense):
    pass
