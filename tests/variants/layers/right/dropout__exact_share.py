# question: dropout
# why: drops exactly a share p of the entries, chosen by a permutation
class Dropout(Layer):
    def __init__(self, p):
        self.p, self.training = p, True

    def forward(self, input):
        if not self.training:
            return input
        n = input.size
        mask = np.ones(n)
        mask[np.random.permutation(n)[: int(round(self.p * n))]] = 0
        self.mask = mask.reshape(input.shape) / (1 - self.p)
        return input * self.mask

    def backward(self, input, grad_output):
        return grad_output * self.mask if self.training else grad_output
