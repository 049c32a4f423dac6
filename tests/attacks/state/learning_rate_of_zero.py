# title: a network whose own learning rate is zero, so that no step is the right step
# source: plausible
# assignment: network_class
# question: network_class
# stopped by: inputs
# %% network_class
class NeuralNetwork:
    def __init__(self, inputs, outputs, *more):
        self.learning_rate = 0.0
        self.layers = [(np.zeros((m, n)), np.zeros(n)) for m, n in zip([inputs, *outputs], outputs)]

    def update_weights(self, layer_grads):
        pass
