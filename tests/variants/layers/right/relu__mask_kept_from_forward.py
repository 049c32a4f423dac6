# question: relu
# why: keeps the mask of the forward pass and multiplies by it
class ReLU:
    def forward(self, input):
        self.mask = input > 0
        return input * self.mask

    def backward(self, input, grad_output):
        return grad_output * self.mask
