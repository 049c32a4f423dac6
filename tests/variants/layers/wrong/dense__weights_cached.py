# question: dense
# why: takes the initial weights from a cache in the class, so that layers of the same size share one array
# cause: shared_by_all_layers
# fails: dense-init
# says: of a first layer changes when a second layer is made, or makes a step
class Dense(Layer):
    _initial = {}

    def __init__(self, input_units, output_units, learning_rate=0.1):
        key = (input_units, output_units)
        if key not in Dense._initial:
            Dense._initial[key] = np.random.randn(*key) * 0.01
        self.weights = Dense._initial[key]
        self.biases = np.zeros(output_units)
        self.learning_rate = learning_rate

    def forward(self, input):
        return input @ self.weights + self.biases

    def backward(self, input, grad_output):
        grad_input = grad_output @ self.weights.T
        self.weights -= self.learning_rate * (input.T @ grad_output)
        self.biases -= self.learning_rate * grad_output.sum(axis=0)
        return grad_input
