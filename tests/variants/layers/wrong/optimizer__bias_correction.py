# question: optimizer
# why: divides the mean of the squares by 1 - rho ** t, as Adam does
# cause: memory_not_from_zero
# fails: optimizer-weights, optimizer-biases
# says: in step 1 of DenseRMSprop
class DenseRMSprop(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.01, decay=0.9, eps=1e-8):
        super().__init__(input_units, output_units, learning_rate)
        self.learning_rate, self.decay, self.eps, self.t = learning_rate, decay, eps, 0
        self.sw, self.sb = np.zeros_like(self.weights), np.zeros_like(self.biases)

    def backward(self, input, grad_output):
        self.t += 1
        down = grad_output @ self.weights.T
        gw, gb = input.T @ grad_output, grad_output.sum(0)
        self.sw = self.decay * self.sw + (1 - self.decay) * gw**2
        self.sb = self.decay * self.sb + (1 - self.decay) * gb**2
        fix = 1 - self.decay**self.t
        self.weights = self.weights - self.learning_rate * gw / (np.sqrt(self.sw / fix) + self.eps)
        self.biases = self.biases - self.learning_rate * gb / (np.sqrt(self.sb / fix) + self.eps)
        return down


DenseMomentum = None
