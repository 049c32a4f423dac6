# question: batchnorm
# why: the whole chain in small steps, from values kept by forward; unbiased running variance
class BatchNorm:
    def __init__(self, units, momentum=0.9, eps=1e-5):
        self.training, self.learning_rate = True, 0.1
        self.gamma, self.beta = np.ones((1, units)), np.zeros((1, units))
        self.running_mean, self.running_var = np.zeros(units), np.ones(units)
        self.m, self.eps = momentum, eps

    def forward(self, x):
        if not self.training:
            return (x - self.running_mean) / (self.running_var + self.eps) ** 0.5 * self.gamma + self.beta
        n = len(x)
        self.centred = x - x.sum(axis=0) / n
        self.var = (self.centred**2).sum(axis=0) / n
        self.inverse = (self.var + self.eps) ** -0.5
        self.hat = self.centred * self.inverse
        self.running_mean = self.m * self.running_mean + (1 - self.m) * x.mean(axis=0)
        self.running_var = self.m * self.running_var + (1 - self.m) * x.var(axis=0, ddof=1)
        return self.hat * self.gamma + self.beta

    def backward(self, x, g):
        n = len(x)
        d_hat = g * self.gamma
        d_var = (d_hat * self.centred).sum(axis=0) * -0.5 * self.inverse**3
        d_centred = d_hat * self.inverse + 2 * self.centred * d_var / n
        d_x = d_centred - d_centred.sum(axis=0) / n
        self.gamma -= self.learning_rate * (g * self.hat).sum(axis=0)
        self.beta -= self.learning_rate * g.sum(axis=0)
        return d_x
