# question: batchnorm
# why: the full Jacobian of each unit
class BatchNorm(Layer):
    def __init__(self, units, momentum=0.9, eps=1e-5):
        self.units, self.momentum, self.eps = units, momentum, eps
        self.training = True
        self.learning_rate = 0.1
        self.gamma = np.ones(units)
        self.beta = np.zeros(units)
        self.running_mean = np.zeros(units)
        self.running_var = np.ones(units)

    def normal(self, input):
        return (input - input.mean(axis=0)) / np.sqrt(input.var(axis=0) + self.eps)

    def forward(self, input):
        if self.training:
            self.running_mean *= self.momentum
            self.running_mean += (1 - self.momentum) * input.mean(axis=0)
            self.running_var *= self.momentum
            self.running_var += (1 - self.momentum) * input.var(axis=0)
            return self.gamma * self.normal(input) + self.beta
        return self.gamma * (input - self.running_mean) / np.sqrt(self.running_var + self.eps) + self.beta

    def backward(self, input, grad_output):
        n, normal = len(input), self.normal(input)
        grad_input = np.zeros((n, self.units))
        for u in range(self.units):
            centre = np.eye(n) - 1 / n
            jacobian = (centre - np.outer(normal[:, u], normal[:, u]) / n) / np.sqrt(
                input[:, u].var() + self.eps
            )
            grad_input[:, u] = self.gamma[u] * jacobian @ grad_output[:, u]
        self.gamma -= self.learning_rate * np.sum(grad_output * normal, axis=0)
        self.beta -= self.learning_rate * np.sum(grad_output, axis=0)
        return grad_input
