# question: dropout
# why: keeps with probability p and divides by p, which for p = 0 is a division by zero
# cause: keep_drop_swapped
# fails: dropout-mask
# says: the probability of dropping is used as that of keeping
class Dropout(Layer):
    def __init__(self, p):
        self.p = p
        self.training = True

    def forward(self, input):
        if not self.training:
            return input
        self.mask = (np.random.rand(*input.shape) < self.p) / self.p
        return input * self.mask

    def backward(self, input, grad_output):
        return grad_output * self.mask if self.training else grad_output
