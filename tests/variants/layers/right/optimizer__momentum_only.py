# question: optimizer
# why: momentum alone, velocities as negative steps, in place
class DenseMomentum(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, momentum=0.9):
        super().__init__(input_units, output_units, learning_rate)
        self.mu = momentum
        self.vw, self.vb = 0.0, 0.0

    def backward(self, input, grad_output):
        grad_input = np.dot(grad_output, self.weights.T)
        self.vw = self.mu * self.vw - self.learning_rate * np.dot(input.T, grad_output)
        self.vb = self.mu * self.vb - self.learning_rate * grad_output.sum(axis=0)
        self.weights += self.vw
        self.biases += self.vb
        return grad_input
