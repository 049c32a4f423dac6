# question: dropout
# why: writes the output into an array of the dtype of the input
# cause: integer_result
# fails: dropout-mask
# says: whole numbers
class Dropout(Layer):
    def __init__(self, p):
        self.p, self.training = p, True

    def forward(self, input):
        if not self.training:
            return input
        self.keep = np.random.rand(*input.shape) > self.p
        out = np.zeros_like(input)
        out[self.keep] = input[self.keep] / (1 - self.p)
        return out

    def backward(self, input, grad_output):
        return grad_output * self.keep / (1 - self.p) if self.training else grad_output
