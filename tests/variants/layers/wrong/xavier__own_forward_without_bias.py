# question: xavier
# why: overrides forward and forgets the biases
# cause: biases_not_added
# fails: xavier-layer
# says: the biases are not added
class DenseXavier(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1):
        super().__init__(input_units, output_units, learning_rate)
        self.weights = np.random.normal(
            0, (2 / (input_units + output_units)) ** 0.5, (input_units, output_units)
        )

    def forward(self, input):
        return input @ self.weights
