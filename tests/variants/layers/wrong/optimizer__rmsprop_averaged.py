# question: optimizer
# why: RMSprop on means over the batch; only eps shows it
# cause: averaged_although_done
# fails: optimizer-weights, optimizer-biases
# says: averaged over the batch
class DenseRMSprop(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.01, decay=0.9, eps=1e-8):
        super().__init__(input_units, output_units, learning_rate)
        self.learning_rate, self.decay, self.eps = learning_rate, decay, eps
        self.squares = {"weights": 0.0, "biases": 0.0}

    def backward(self, input, grad_output):
        below = grad_output @ self.weights.T
        samples = len(input)
        means = {"weights": input.T @ grad_output / samples, "biases": grad_output.mean(axis=0)}
        for key, mean in means.items():
            self.squares[key] = self.decay * self.squares[key] + (1 - self.decay) * mean**2
            step = self.learning_rate * mean / (np.sqrt(self.squares[key]) + self.eps)
            setattr(self, key, getattr(self, key) - step)
        return below
