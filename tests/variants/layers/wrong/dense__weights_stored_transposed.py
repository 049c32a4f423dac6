# question: dense
# why: stores weights as (out, in)
# cause: transposed
# fails: dense-init, dense-forward, dense-grad_input, dense-weights, dense-biases
# says: expected (in, out) = (5, 3)
class Dense(Layer):
    def __init__(self, input_units, output_units, learning_rate=0.1):
        self.learning_rate = learning_rate
        self.weights = np.random.normal(0.0, 0.03, size=(output_units, input_units))
        self.biases = np.zeros(output_units)

    def forward(self, input):
        return input @ self.weights.T + self.biases

    def backward(self, input, grad_output):
        grad_input = grad_output @ self.weights
        self.weights = self.weights - self.learning_rate * (grad_output.T @ input)
        self.biases = self.biases - self.learning_rate * np.sum(grad_output, axis=0)
        return grad_input
