# question: optimizer
# why: starts the mean of the squares with the first square and not with 0
# cause: memory_not_from_zero
# fails: optimizer-weights, optimizer-biases
# says: in step 1 of DenseRMSprop
class DenseRMSprop(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.01, decay=0.9, eps=1e-8):
        super().__init__(input_units, output_units, learning_rate)
        self.learning_rate, self.decay, self.eps = learning_rate, decay, eps
        self.sw = self.sb = None

    def backward(self, input, grad_output):
        down = grad_output @ self.weights.T
        gw, gb = input.T @ grad_output, grad_output.sum(0)
        self.sw = gw**2 if self.sw is None else self.decay * self.sw + (1 - self.decay) * gw**2
        self.sb = gb**2 if self.sb is None else self.decay * self.sb + (1 - self.decay) * gb**2
        self.weights = self.weights - self.learning_rate * gw / (np.sqrt(self.sw) + self.eps)
        self.biases = self.biases - self.learning_rate * gb / (np.sqrt(self.sb) + self.eps)
        return down


DenseMomentum = None
