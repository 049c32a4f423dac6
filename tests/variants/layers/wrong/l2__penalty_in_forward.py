# question: l2
# why: adds the penalty to the output
# cause: constant_offset
# fails: l2-layer
# says: DenseL2.forward(input)
class DenseL2(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, alpha=1e-3):
        super().__init__(input_units, output_units, learning_rate)
        self.alpha = alpha

    def forward(self, input):
        return super().forward(input) + self.alpha * np.sum(self.weights**2)

    def backward(self, input, grad_output):
        penalty = 2 * self.alpha * self.weights
        grad_input = super().backward(input, grad_output)
        self.weights = self.weights - self.learning_rate * penalty
        return grad_input
