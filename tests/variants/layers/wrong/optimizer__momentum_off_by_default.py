# question: optimizer
# why: has 0 for the default of momentum
# cause: none
# fails: optimizer-weights, optimizer-biases
# says: DenseMomentum with the default settings
class DenseMomentum(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, momentum=0.0):
        super().__init__(input_units, output_units, learning_rate)
        self.lr, self.mu, self.vw, self.vb = learning_rate, momentum, 0.0, 0.0

    def backward(self, input, grad_output):
        below = grad_output @ self.weights.T
        self.vw = self.mu * self.vw + self.lr * (input.T @ grad_output)
        self.vb = self.mu * self.vb + self.lr * grad_output.sum(axis=0)
        self.weights = self.weights - self.vw
        self.biases = self.biases - self.vb
        return below


DenseRMSprop = None
