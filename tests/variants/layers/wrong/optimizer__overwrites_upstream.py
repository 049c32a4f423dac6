# question: optimizer
# why: scales grad_output in place
# cause: input_changed
# fails: optimizer-layer
# says: grad_output is not the same after the call
class DenseMomentum(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, momentum=0.9):
        super().__init__(input_units, output_units, learning_rate)
        self.lr, self.mu, self.vw, self.vb = learning_rate, momentum, 0.0, 0.0

    def backward(self, input, grad_output):
        below = grad_output @ self.weights.T
        grad_output *= self.lr
        self.vw = self.mu * self.vw + input.T @ grad_output
        self.vb = self.mu * self.vb + grad_output.sum(axis=0)
        self.weights = self.weights - self.vw
        self.biases = self.biases - self.vb
        return below


DenseRMSprop = None
