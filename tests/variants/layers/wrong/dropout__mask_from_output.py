# question: dropout
# why: takes the mask from the output, where a 0 that was kept looks like one that fell
# cause: none
# fails: dropout-backward
# says: where the input is 0 drops 100.0% of the gradients
class Dropout(Layer):
    def __init__(self, p):
        self.p, self.training = p, True

    def forward(self, input):
        if not self.training:
            return input
        self.out = input * (np.random.random(input.shape) >= self.p) / (1 - self.p)
        return self.out

    def backward(self, input, grad_output):
        if not self.training:
            return grad_output
        return np.where(self.out != 0, grad_output / (1 - self.p), 0)
