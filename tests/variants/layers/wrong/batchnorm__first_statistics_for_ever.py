# question: batchnorm
# why: normalises every training batch with the statistics of the first
# cause: kept_from_earlier_call
# fails: batchnorm-train
# says: for a second batch is wrong
class BatchNorm(Layer):
    def __init__(self, units, momentum=0.9, eps=1e-5):
        self.gamma, self.beta = np.ones(units), np.zeros(units)
        self.running_mean, self.running_var = np.zeros(units), np.ones(units)
        self.momentum, self.eps, self.stats = momentum, eps, None
        self.training, self.learning_rate = True, 0.1

    def forward(self, input):
        if self.training:
            if self.stats is None:
                self.stats = input.mean(axis=0), input.var(axis=0)
            mu, var = self.stats
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * input.mean(axis=0)
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * input.var(axis=0)
        else:
            mu, var = self.running_mean, self.running_var
        return self.gamma * (input - mu) / np.sqrt(var + self.eps) + self.beta

    def backward(self, input, grad_output):
        s = np.sqrt(input.var(axis=0) + self.eps)
        xhat = (input - input.mean(axis=0)) / s
        g = grad_output * self.gamma
        dx = (g - g.mean(axis=0) - xhat * (g * xhat).mean(axis=0)) / s
        self.gamma = self.gamma - self.learning_rate * (grad_output * xhat).sum(axis=0)
        self.beta = self.beta - self.learning_rate * grad_output.sum(axis=0)
        return dx
