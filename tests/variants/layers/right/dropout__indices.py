# question: dropout
# why: keeps where entries fall, not a mask, and works on copies
class Dropout(Layer):
    def __init__(self, p):
        self.p, self.training, self.dropped = p, True, None

    def forward(self, input):
        if not self.training:
            return input.copy()
        self.dropped = np.nonzero(np.random.rand(*input.shape) < self.p)
        output = input / (1.0 - self.p)
        output[self.dropped] = 0.0
        return output

    def backward(self, input, grad_output):
        if not self.training:
            return grad_output.copy()
        grad_input = grad_output / (1.0 - self.p)
        grad_input[self.dropped] = 0.0
        return grad_input
