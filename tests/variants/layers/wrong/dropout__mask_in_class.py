# question: dropout
# why: keeps the mask in the class, so that the layer that was used last decides for all
# cause: shared_by_all_layers
# fails: dropout-backward
# says: depends on the mask of another Dropout layer
class Dropout(Layer):
    cache = {}

    def __init__(self, p):
        self.p, self.training = p, True

    def forward(self, input):
        if not self.training:
            return input
        Dropout.cache["D"] = (np.random.rand(*input.shape) < 1 - self.p) / (1 - self.p)
        return input * Dropout.cache["D"]

    def backward(self, input, grad_output):
        return grad_output * Dropout.cache["D"] if self.training else grad_output
