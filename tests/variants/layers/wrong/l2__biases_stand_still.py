# question: l2
# why: forgets the step of the biases
# cause: not_updated
# fails: l2-biases
# says: the same after the step
class DenseL2(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, alpha=1e-3):
        super().__init__(input_units, output_units, learning_rate)
        self.alpha = alpha

    def backward(self, input, grad_output):
        grad_input = grad_output @ self.weights.T
        self.weights = self.weights - self.learning_rate * (
            input.T @ grad_output + 2 * self.alpha * self.weights
        )
        return grad_input
