# question: optimizer
# why: computes the gradient for the layer below after the step
# cause: weights_after_the_step
# fails: optimizer-layer
# says: after the step
class DenseMomentum(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, momentum=0.9):
        super().__init__(input_units, output_units, learning_rate)
        self.momentum, self.vw, self.vb = momentum, 0, 0

    def backward(self, input, grad_output):
        self.vw = self.momentum * self.vw + self.learning_rate * input.T @ grad_output
        self.vb = self.momentum * self.vb + self.learning_rate * grad_output.sum(axis=0)
        self.weights = self.weights - self.vw
        self.biases = self.biases - self.vb
        return grad_output @ self.weights.T
