# question: dense
# why: keeps the axis of the samples in the bias gradient, so that the biases are a row after the first step
# cause: none
# fails: dense-biases
# says: Dense.biases after a step has shape (1, 3), expected (3,)
class Dense(Layer):
    def __init__(self, input_units, output_units, learning_rate=0.1):
        self.learning_rate = learning_rate
        self.weights = np.random.randn(input_units, output_units) * 0.01
        self.biases = np.zeros(output_units)

    def forward(self, input):
        return np.dot(input, self.weights) + self.biases

    def backward(self, input, grad_output):
        grad_input = np.dot(grad_output, self.weights.T)
        self.weights = self.weights - self.learning_rate * np.dot(input.T, grad_output)
        self.biases = self.biases - self.learning_rate * np.sum(grad_output, axis=0, keepdims=True)
        return grad_input
