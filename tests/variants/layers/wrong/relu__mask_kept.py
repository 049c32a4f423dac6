# question: relu
# why: makes the mask in the first backward and uses it in all later ones
# cause: kept_from_earlier_call
# fails: relu-backward
# says: for a second batch
class ReLU(Layer):
    def __init__(self):
        self.mask = None

    def forward(self, input):
        return np.where(input > 0, input, 0)

    def backward(self, input, grad_output):
        if self.mask is None or self.mask.shape != input.shape:
            self.mask = input > 0
        return grad_output * self.mask
