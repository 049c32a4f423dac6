# question: optimizer
# why: moves the parameters before the velocity takes in the new gradient
# cause: step_one_call_late
# fails: optimizer-weights, optimizer-biases
# says: the change of weights in step 1 of DenseMomentum is wrong in all entries
class DenseMomentum(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, momentum=0.9):
        super().__init__(input_units, output_units, learning_rate)
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.vw = np.zeros_like(self.weights)
        self.vb = np.zeros_like(self.biases)

    def backward(self, input, grad_output):
        grad_input = grad_output @ self.weights.T
        self.weights = self.weights - self.vw
        self.biases = self.biases - self.vb
        self.vw = self.momentum * self.vw + self.learning_rate * input.T @ grad_output
        self.vb = self.momentum * self.vb + self.learning_rate * grad_output.sum(axis=0)
        return grad_input
