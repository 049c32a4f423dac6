# question: dense
# why: adds the gradients of earlier steps to those of each new one, as without zero_grad
# cause: term_added
# fails: dense-weights, dense-biases
# says: the change of weights in a second call of Dense.backward is wrong
class Dense(Layer):
    def __init__(self, input_units, output_units, learning_rate=0.1):
        self.lr = learning_rate
        self.weights = np.random.randn(input_units, output_units) * 0.01
        self.biases = np.zeros(output_units)
        self.dW = np.zeros((input_units, output_units))
        self.db = np.zeros(output_units)

    def forward(self, input):
        return input.dot(self.weights) + self.biases

    def backward(self, input, grad_output):
        self.dW += input.T.dot(grad_output)
        self.db += grad_output.sum(axis=0)
        dX = grad_output.dot(self.weights.T)
        self.step()
        return dX

    def step(self):
        self.weights = self.weights - self.lr * self.dW
        self.biases = self.biases - self.lr * self.db
