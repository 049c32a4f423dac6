# question: dense
# why: keeps the biases as a row from the start; each step is right, and the shape costs the initial values alone
# cause: none
# fails: dense-init
# says: biases has shape (1, 3), expected (out,) = (3,)
class Dense(Layer):
    def __init__(self, input_units, output_units, learning_rate=0.1):
        self.learning_rate = learning_rate
        self.weights = 0.02 * np.random.randn(input_units, output_units)
        self.biases = np.zeros((1, output_units))

    def forward(self, input):
        return input @ self.weights + self.biases

    def backward(self, input, grad_output):
        down = grad_output @ self.weights.T
        self.weights -= self.learning_rate * (input.T @ grad_output)
        self.biases -= self.learning_rate * grad_output.sum(axis=0, keepdims=True)
        return down
