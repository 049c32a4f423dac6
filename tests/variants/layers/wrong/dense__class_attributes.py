# question: dense
# why: keeps weights and biases in the class, so that the newest layer's are everybody's
# cause: shared_by_all_layers
# fails: dense-init
# says: of a first layer changes when a second layer is made, or makes a step
class Dense(Layer):
    def __init__(self, input_units, output_units, learning_rate=0.1):
        Dense.learning_rate = learning_rate
        Dense.weights = np.random.randn(input_units, output_units) * 0.01
        Dense.biases = np.zeros(output_units)

    def forward(self, input):
        return np.dot(input, Dense.weights) + Dense.biases

    def backward(self, input, grad_output):
        grad_input = np.dot(grad_output, Dense.weights.T)
        Dense.weights = Dense.weights - Dense.learning_rate * np.dot(input.T, grad_output)
        Dense.biases = Dense.biases - Dense.learning_rate * grad_output.sum(axis=0)
        return grad_input
