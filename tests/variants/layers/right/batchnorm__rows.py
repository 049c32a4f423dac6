# question: batchnorm
# why: one row for each of the parameters and statistics, and steps in place
class BatchNorm(Layer):
    def __init__(self, units, momentum=0.9, eps=1e-5):
        row = (1, units)
        self.gamma, self.beta = np.ones(row), np.zeros(row)
        self.running_mean, self.running_var = np.zeros(row), np.ones(row)
        self.keep, self.eps = momentum, eps
        self.learning_rate, self.training = 0.1, True

    def forward(self, input):
        if self.training:
            middle = input.mean(axis=0, keepdims=True)
            spread = input.var(axis=0, keepdims=True)
            for running, new in ((self.running_mean, middle), (self.running_var, spread)):
                running *= self.keep
                running += (1 - self.keep) * new
        else:
            middle, spread = self.running_mean, self.running_var
        return self.gamma * (input - middle) / np.sqrt(spread + self.eps) + self.beta

    def backward(self, input, grad_output):
        deviation = np.sqrt(input.var(axis=0, keepdims=True) + self.eps)
        normal = (input - input.mean(axis=0, keepdims=True)) / deviation
        slope = grad_output * self.gamma
        through_mean = slope.mean(axis=0, keepdims=True)
        through_variance = normal * (slope * normal).mean(axis=0, keepdims=True)
        self.gamma -= self.learning_rate * (grad_output * normal).sum(axis=0, keepdims=True)
        self.beta -= self.learning_rate * grad_output.sum(axis=0, keepdims=True)
        return (slope - through_mean - through_variance) / deviation
