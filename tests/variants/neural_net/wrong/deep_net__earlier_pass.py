# question: deep_net
# why: goes back through the activations of the last forward pass, whichever batch that was for
# cause: kept_from_earlier_call
# fails: deep_net-grad_weights, deep_net-grad_biases
# says: of the same X and y is another one after the network has seen another batch.
class DeepNet:
    def __init__(self, input_size, hidden_sizes, output_size, activation=sigmoid, d_activation=dsigmoid):
        sizes = [input_size, *hidden_sizes, output_size]
        self.weights = [np.random.randn(m, n) / np.sqrt(m) for m, n in pairwise(sizes)]
        self.biases = [np.zeros(n) for n in sizes[1:]]
        self.last = None
        self.activation, self.d_activation = activation, d_activation

    def all_layers(self, X):
        inputs, zs = [X], []
        for W, b in zip(self.weights, self.biases):
            zs.append(inputs[-1] @ W + b)
            inputs.append(self.activation(zs[-1]))
        self.last = inputs, zs
        return self.last

    def forward(self, X):
        return softmax(self.all_layers(X)[1][-1])

    def loss(self, X, y):
        return nll(one_hot(len(self.biases[-1]), y), self.forward(X))

    def grad_loss(self, X, y):
        inputs, zs = self.last or self.all_layers(X)
        delta = (softmax(zs[-1]) - one_hot(len(self.biases[-1]), y)) / len(X)
        grads = {"weights": [], "biases": []}
        for i in range(len(zs) - 1, -1, -1):
            grads["weights"].insert(0, inputs[i].T @ delta)
            grads["biases"].insert(0, delta.sum(axis=0))
            if i > 0:
                delta = (delta @ self.weights[i].T) * self.d_activation(zs[i - 1])
        return grads

    def predict(self, X):
        return np.argmax(self.forward(X), axis=-1)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
