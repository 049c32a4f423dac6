# question: dropout
# why: multiplies grad_output in place
# cause: input_changed
# fails: dropout-backward
# says: grad_output is not the same after the call
class Dropout(Layer):
    def __init__(self, p):
        self.p, self.training = p, True

    def forward(self, input):
        if not self.training:
            return input
        self.mask = (np.random.rand(*input.shape) >= self.p) / (1 - self.p)
        return input * self.mask

    def backward(self, input, grad_output):
        if self.training:
            grad_output *= self.mask
        return grad_output
