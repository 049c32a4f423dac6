# question: dropout
# why: a mask of 0 and 1 by its own generator, scaled afterwards
class Dropout:
    def __init__(self, p):
        self.keep = 1 - p
        self.training = True
        self.rng = np.random.default_rng(3)

    def forward(self, input):
        self.mask = np.ones(input.shape)
        if self.training:
            self.mask = self.rng.binomial(1, self.keep, input.shape) / self.keep
        return input * self.mask

    def backward(self, input, grad_output):
        if self.training is False:
            return grad_output
        return grad_output * self.mask
