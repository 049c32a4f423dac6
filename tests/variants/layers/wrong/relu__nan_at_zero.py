# question: relu
# why: writes the derivative as relu(x) / x, which is nan at 0
# cause: none
# fails: relu-backward
# says: where the input is 0 has nan
class ReLU(Layer):
    def forward(self, input):
        return np.maximum(0, input)

    def backward(self, input, grad_output):
        return self.forward(input) / input * grad_output
