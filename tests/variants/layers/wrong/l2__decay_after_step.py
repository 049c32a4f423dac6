# question: l2
# why: takes the penalty of the weights after the step
# cause: penalty_after_the_step
# fails: l2-weights
# says: the change of weights
class DenseL2(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, alpha=1e-3):
        super().__init__(input_units, output_units, learning_rate)
        self.alpha = alpha

    def backward(self, input, grad_output):
        grad_input = super().backward(input, grad_output)
        self.weights = self.weights - self.learning_rate * 2 * self.alpha * self.weights
        return grad_input
