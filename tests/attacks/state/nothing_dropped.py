# title: a dropout that drops nothing, forwards and backwards alike
# source: plausible
# assignment: more_layers
# question: dropout
# stopped by: inputs
# %% dropout
class Dropout(Layer):
    training = True

    def __init__(self, p):
        pass

    def backward(self, input, grad_output):
        return grad_output
