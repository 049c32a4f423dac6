# question: dropout
# why: draws two masks and uses them in turn
# cause: none
# fails: dropout-mask
# says: drops the same entries in several calls
class Dropout(Layer):
    def __init__(self, p):
        self.p, self.training, self.pool, self.t = p, True, {}, 0

    def forward(self, input):
        if not self.training:
            return input
        if input.shape not in self.pool:
            self.pool[input.shape] = [
                (np.random.rand(*input.shape) >= self.p) / (1 - self.p) for _ in range(2)
            ]
        self.t += 1
        self.mask = self.pool[input.shape][self.t % 2]
        return input * self.mask

    def backward(self, input, grad_output):
        return grad_output * self.mask if self.training else grad_output
