# question: l2
# why: multiplies the penalty by the number of calls
# cause: kept_from_earlier_call
# fails: l2-weights
# says: in the second call of DenseL2.backward is wrong
class DenseL2(Dense):
    def __init__(self, input_units, output_units, learning_rate=0.1, alpha=1e-3):
        super().__init__(input_units, output_units, learning_rate)
        self.learning_rate, self.alpha, self.t = learning_rate, alpha, 0

    def backward(self, input, grad_output):
        self.t += 1
        shrink = self.learning_rate * 2 * self.alpha * self.t * self.weights
        below = super().backward(input, grad_output)
        self.weights = self.weights - shrink
        return below
