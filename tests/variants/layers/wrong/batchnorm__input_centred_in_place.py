# question: batchnorm
# why: centres the caller's array in place, so that the layer below finds another output than it had
# cause: input_changed
# fails: batchnorm-train
# says: input is not the same after the call
class BatchNorm(Layer):
    def __init__(self, units, momentum=0.9, eps=1e-5):
        self.gamma, self.beta = np.ones(units), np.zeros(units)
        self.running_mean, self.running_var = np.zeros(units), np.ones(units)
        self.momentum, self.eps = momentum, eps
        self.training, self.learning_rate = True, 0.1

    def forward(self, input):
        if not self.training:
            return self.gamma * (input - self.running_mean) / np.sqrt(self.running_var + self.eps) + self.beta
        mu, var = input.mean(axis=0), input.var(axis=0)
        self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
        self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        input -= mu
        self.s = np.sqrt(var + self.eps)
        self.xhat = input / self.s
        return self.gamma * self.xhat + self.beta

    def backward(self, input, grad_output):
        g = grad_output * self.gamma
        dx = (g - g.mean(axis=0) - self.xhat * (g * self.xhat).mean(axis=0)) / self.s
        self.gamma = self.gamma - self.learning_rate * (grad_output * self.xhat).sum(axis=0)
        self.beta = self.beta - self.learning_rate * grad_output.sum(axis=0)
        return dx
