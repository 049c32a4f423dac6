# question: dropout
# why: hands back the mask itself, not the input behind it
# cause: none
# fails: dropout-mask, dropout-backward, dropout-predict
# says: holds only True and False
class Dropout(Layer):
    def __init__(self, p):
        self.p, self.training = p, True

    def forward(self, input):
        if not self.training:
            return input
        self.stays = np.random.rand(*input.shape) >= self.p
        return self.stays

    def backward(self, input, grad_output):
        return grad_output * self.stays / (1 - self.p) if self.training else grad_output
