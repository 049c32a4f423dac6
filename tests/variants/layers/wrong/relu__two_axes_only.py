# question: relu
# why: forward loops over rows and columns, so it fails for other shapes; backward is right for all
# cause: none
# fails: relu-forward
# says: ReLU().forward(input) raised IndexError: tuple index out of range
class ReLU(Layer):
    def forward(self, input):
        out = np.zeros(input.shape)
        for i in range(input.shape[0]):
            for j in range(input.shape[1]):
                if input[i, j] > 0:
                    out[i, j] = input[i, j]
        return out

    def backward(self, input, grad_output):
        return grad_output * (input > 0)
