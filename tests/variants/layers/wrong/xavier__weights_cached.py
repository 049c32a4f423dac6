# question: xavier
# why: draws the weights once for each size and shares them
# cause: shared_by_all_layers
# fails: xavier-spread
# says: of a first layer changes when a second layer is made
class DenseXavier(Dense):
    drawn = {}

    def __init__(self, input_units, output_units, learning_rate=0.1):
        super().__init__(input_units, output_units, learning_rate)
        key = input_units, output_units
        if key not in self.drawn:
            self.drawn[key] = np.random.randn(*key) * np.sqrt(2 / sum(key))
        self.weights = self.drawn[key]
