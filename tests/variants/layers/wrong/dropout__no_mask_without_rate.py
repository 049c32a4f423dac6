# question: dropout
# why: with p = 0 the forward pass returns early, and the backward pass looks for a mask that was never made
# cause: none
# fails: dropout-backward
# says: with p = 0 raised
class Dropout(Layer):
    def __init__(self, p):
        self.p, self.training, self.factors = p, True, None

    def forward(self, input):
        if self.p == 0 or not self.training:
            return input
        self.factors = (np.random.rand(*input.shape) >= self.p) / (1 - self.p)
        return self.factors * input

    def backward(self, input, grad_output):
        if not self.training:
            return grad_output
        return self.factors * grad_output
