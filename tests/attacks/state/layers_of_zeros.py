# title: layers that give zeros whatever they are given, for all questions that build on others
# source: plausible
# assignment: more_layers
# question: xavier
# stopped by: inputs
# %% xavier
class Zeros:
    training = True

    def __init__(self, *sizes):
        self.sizes = [size for size in sizes[:2] if isinstance(size, int)]
        self.weights, self.biases = np.zeros(self.sizes), np.zeros(self.sizes[1:])

    def forward(self, input):
        return np.zeros((len(input), *self.sizes[1:])) if self.sizes else 0 * input

    def backward(self, input, grad_output):
        return 0 * input


DenseXavier = Dense = Zeros
# %% l2
DenseL2 = Zeros
# %% optimizer
DenseMomentum = DenseRMSprop = Zeros
# %% dropout
Dropout = Zeros
