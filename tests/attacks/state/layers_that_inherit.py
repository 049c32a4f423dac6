# title: layers that do nothing, above a dense layer that is not written
# source: plausible
# assignment: more_layers
# question: l2
# stopped by: inputs
# %% xavier
class Dense(Layer):
    def __init__(self, input_units, output_units, learning_rate=0.1):
        raise NotImplementedError("dense is not written yet")

    def forward(self, input):
        raise NotImplementedError("dense is not written yet")

    def backward(self, input, grad_output):
        raise NotImplementedError("dense is not written yet")


class DenseXavier(Dense):
    pass
# %% l2
class DenseL2(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, alpha=1e-3):
        super().__init__(input_units, output_units, learning_rate)
# %% optimizer
class DenseMomentum(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, momentum=0.9):
        super().__init__(input_units, output_units, learning_rate)
