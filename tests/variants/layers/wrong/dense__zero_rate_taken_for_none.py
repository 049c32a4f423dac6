# question: dense
# why: takes a learning rate of 0 for none and uses 0.1
# cause: none
# fails: dense-weights, dense-biases
# says: although the learning rate is 0
class Dense(Layer):
    def __init__(self, input_units, output_units, learning_rate=None):
        self.learning_rate = learning_rate or 0.1
        self.weights = np.random.randn(input_units, output_units) * 0.01
        self.biases = np.zeros(output_units)

    def forward(self, input):
        return np.dot(input, self.weights) + self.biases

    def backward(self, input, grad_output):
        gi = np.dot(grad_output, self.weights.T)
        self.weights = self.weights - self.learning_rate * np.dot(input.T, grad_output)
        self.biases = self.biases - self.learning_rate * grad_output.sum(0)
        return gi
