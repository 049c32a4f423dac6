# title: a dense layer and a batch normalisation whose parameters take no value
# source: plausible
# assignment: layers
# question: dense
# stopped by: inputs
# %% dense
class Dense(Layer):
    def __init__(self, input_units, output_units, learning_rate=0.1):
        self.__dict__["sizes"] = (input_units, output_units)

    weights = property(lambda self: np.zeros(self.sizes), lambda self, value: None)
    biases = property(lambda self: np.zeros(self.sizes[1]), lambda self, value: None)

    def forward(self, input):
        return np.zeros((len(input), self.sizes[1]))

    def backward(self, input, grad_output):
        return np.zeros(np.shape(input))
# %% batchnorm
class BatchNorm(Layer):
    def __init__(self, units, momentum=0.9, eps=1e-5):
        self.units, self.training, self.learning_rate = units, True, 0.1

    zeros = property(lambda self: np.zeros(self.units), lambda self, value: None)
    gamma = beta = running_mean = zeros
    running_var = property(lambda self: np.ones(self.units), lambda self, value: None)

    def forward(self, input):
        return np.zeros(np.shape(input))

    def backward(self, input, grad_output):
        return np.zeros(np.shape(input))
