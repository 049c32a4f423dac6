# question: l2
# why: shrinks the weights first and lets Dense make its own step on them, with the gradient of the weights before
class DenseL2(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, alpha=1e-3):
        self.alpha = alpha
        super().__init__(input_units, output_units, learning_rate=learning_rate)

    def backward(self, input, grad_output):
        before = np.array(self.weights)
        super().backward(input, grad_output)
        self.weights = self.weights - 2 * self.learning_rate * self.alpha * before
        return np.einsum("no,io->ni", grad_output, before)
