# question: optimizer
# why: computes forward and backward with weights that look ahead along the velocity
# cause: none
# fails: optimizer-layer
# says: DenseMomentum.forward(input) after two steps is wrong
class DenseMomentum(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, momentum=0.9):
        super().__init__(input_units, output_units, learning_rate)
        self.learning_rate, self.mu = learning_rate, momentum
        self.vw, self.vb = 0 * self.weights, 0 * self.biases

    def forward(self, input):
        return input @ (self.weights - self.mu * self.vw) + self.biases - self.mu * self.vb

    def backward(self, input, grad_output):
        down = grad_output @ (self.weights - self.mu * self.vw).T
        self.vw = self.mu * self.vw + self.learning_rate * input.T @ grad_output
        self.vb = self.mu * self.vb + self.learning_rate * grad_output.sum(0)
        self.weights = self.weights - self.vw
        self.biases = self.biases - self.vb
        return down


DenseRMSprop = None
