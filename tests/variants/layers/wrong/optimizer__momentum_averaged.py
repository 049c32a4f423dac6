# question: optimizer
# why: the velocity takes means over the batch, although the upstream gradient carries 1/N
# cause: averaged_although_done
# fails: optimizer-weights, optimizer-biases
# says: averaged over the batch
class DenseMomentum(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, momentum=0.9):
        super().__init__(input_units, output_units, learning_rate)
        self.learning_rate, self.momentum = learning_rate, momentum
        self.speed = {"weights": 0.0, "biases": 0.0}

    def backward(self, input, grad_output):
        below = grad_output @ self.weights.T
        samples = len(input)
        means = {"weights": input.T @ grad_output / samples, "biases": grad_output.mean(axis=0)}
        for key, mean in means.items():
            self.speed[key] = self.momentum * self.speed[key] + self.learning_rate * mean
            setattr(self, key, getattr(self, key) - self.speed[key])
        return below
