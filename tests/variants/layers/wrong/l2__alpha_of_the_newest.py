# question: l2
# why: keeps alpha in the class, so that the newest layer's is everybody's
# cause: none
# fails: l2-weights
# says: when another one with other settings is made
class DenseL2(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, alpha=1e-3):
        super().__init__(input_units, output_units, learning_rate)
        self.learning_rate = learning_rate
        DenseL2.alpha = alpha

    def backward(self, input, grad_output):
        shrink = self.learning_rate * 2 * DenseL2.alpha * self.weights
        below = super().backward(input, grad_output)
        self.weights = self.weights - shrink
        return below
