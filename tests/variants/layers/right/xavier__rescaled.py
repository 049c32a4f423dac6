# question: xavier
# why: standard normal numbers, rescaled after Dense has drawn its own
class DenseXavier(Dense):
    def __init__(self, input_units, output_units, *args, **kwargs):
        Dense.__init__(self, input_units, output_units, *args, **kwargs)
        variance = 2.0 / sum(self.weights.shape)
        self.weights = np.random.standard_normal(self.weights.shape) * variance**0.5
