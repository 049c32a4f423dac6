# question: deep_net
# why: softmax without the shift, on logits clipped to +-5: right for small logits only
# cause: some_entries
# fails: deep_net-forward
# says: forward(X) without hidden layers is wrong in 12 of 16 entries.
class DeepNet:
    def __init__(self, input_size, hidden_sizes, output_size, activation=sigmoid, d_activation=dsigmoid):
        sizes = [input_size, *hidden_sizes, output_size]
        self.weights = [np.random.randn(a, b) / np.sqrt(a) for a, b in zip(sizes, sizes[1:])]
        self.biases = [np.zeros(b) for b in sizes[1:]]
        self.f, self.df = activation, d_activation

    def _run(self, X):
        a, tape = X, []
        for i in range(len(self.weights)):
            z = a @ self.weights[i] + self.biases[i]
            tape.append((a, z))
            a = self.f(z)
        e = np.exp(np.clip(tape[-1][1], -5, 5))
        return e / e.sum(axis=1, keepdims=True), tape

    def forward(self, X):
        return self._run(X)[0]

    def loss(self, X, y):
        return nll(one_hot(len(self.biases[-1]), y), self.forward(X))

    def grad_loss(self, X, y):
        P, tape = self._run(X)
        d = (P - one_hot(P.shape[1], y)) / len(X)
        gW, gb = [], []
        for i in range(len(tape) - 1, -1, -1):
            gW.insert(0, tape[i][0].T @ d)
            gb.insert(0, d.sum(axis=0))
            if i:
                d = (d @ self.weights[i].T) * self.df(tape[i - 1][1])
        return {"weights": gW, "biases": gb}

    def predict(self, X):
        return np.argmax(self.forward(X), axis=-1)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
