# question: dropout
# why: the backward pass multiplies with the bare mask, in prediction too
# cause: dropout_not_scaled
# also: old_mask_used
# fails: dropout-backward, dropout-predict
# says: the entries that stay are not scaled up
class Dropout(Layer):
    def __init__(self, p):
        self.p, self.training, self.stay = p, True, None

    def forward(self, input):
        if not self.training:
            return input
        self.stay = np.random.binomial(1, 1 - self.p, size=input.shape)
        return input * self.stay / (1 - self.p)

    def backward(self, input, grad_output):
        return grad_output * self.stay
