# question: dense
# why: remembers the input, uses einsum, larger initial weights
class Dense(Layer):
    def __init__(self, input_units, output_units, learning_rate=0.1):
        self.learning_rate = learning_rate
        self.weights = np.random.randn(input_units, output_units) * 0.1
        self.biases = np.zeros(output_units)

    def forward(self, input):
        self.last = input
        return np.einsum("ni,io->no", input, self.weights) + self.biases[None, :]

    def backward(self, input, grad_output):
        grad_input = np.dot(grad_output, self.weights.T)
        grad_weights = np.einsum("ni,no->io", self.last, grad_output)
        grad_biases = grad_output.mean(axis=0) * input.shape[0]
        assert grad_weights.shape == self.weights.shape and grad_biases.shape == self.biases.shape
        self.weights = self.weights - self.learning_rate * grad_weights
        self.biases = self.biases - self.learning_rate * grad_biases
        print("step made")
        return grad_input
