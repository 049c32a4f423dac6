# question: batchnorm
# why: gamma and beta come from a dictionary of the class and change in place
# cause: shared_by_all_layers
# fails: batchnorm-start
# says: of a first layer changes when a second layer is made, or makes a step
class BatchNorm(Layer):
    store = {}

    def __init__(self, units, momentum=0.9, eps=1e-5):
        self.gamma, self.beta = self.store.setdefault(units, (np.ones(units), np.zeros(units)))
        self.running_mean, self.running_var = np.zeros(units), np.ones(units)
        self.momentum, self.eps = momentum, eps
        self.training, self.learning_rate = True, 0.1

    def forward(self, input):
        if self.training:
            mu, var = input.mean(axis=0), input.var(axis=0)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        else:
            mu, var = self.running_mean, self.running_var
        return self.gamma * (input - mu) / np.sqrt(var + self.eps) + self.beta

    def backward(self, input, grad_output):
        s = np.sqrt(input.var(axis=0) + self.eps)
        xhat = (input - input.mean(axis=0)) / s
        g = grad_output * self.gamma
        dx = (g - g.mean(axis=0) - xhat * (g * xhat).mean(axis=0)) / s
        self.gamma -= self.learning_rate * (grad_output * xhat).sum(axis=0)
        self.beta -= self.learning_rate * grad_output.sum(axis=0)
        return dx
