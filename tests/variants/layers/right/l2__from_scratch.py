# question: l2
# why: one step with the whole gradient, without Dense
class DenseL2(Layer):
    def __init__(self, input_units, output_units, learning_rate=0.1, alpha=1e-3):
        self.lr, self.alpha = learning_rate, alpha
        self.weights = 0.05 * np.random.randn(input_units, output_units)
        self.biases = np.zeros(output_units)

    def forward(self, input):
        return np.dot(input, self.weights) + self.biases

    def backward(self, input, grad_output):
        grad_input = np.dot(grad_output, self.weights.T)
        grad_weights = np.dot(input.T, grad_output) + 2 * self.alpha * self.weights
        self.weights -= self.lr * grad_weights
        self.biases -= self.lr * grad_output.sum(axis=0)
        return grad_input
