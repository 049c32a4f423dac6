# question: l2
# why: scales grad_output in place
# cause: input_changed
# fails: l2-layer
# says: grad_output is not the same after the call
class DenseL2(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, alpha=1e-3):
        super().__init__(input_units, output_units, learning_rate)
        self.learning_rate, self.alpha = learning_rate, alpha

    def backward(self, input, grad_output):
        below = grad_output @ self.weights.T
        grad_output *= self.learning_rate
        self.weights = (
            self.weights - input.T @ grad_output - 2 * self.learning_rate * self.alpha * self.weights
        )
        self.biases = self.biases - grad_output.sum(axis=0)
        return below
