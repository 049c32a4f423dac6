# question: relu
# why: says itself that it is written for matrices only, where the text asks for any shape
# cause: none
# fails: relu-forward, relu-backward
# says: raised NotImplementedError: a matrix is needed
class ReLU(Layer):
    def forward(self, input):
        self._matrix(input)
        return np.array([[entry if entry > 0 else 0.0 for entry in row] for row in input])

    def backward(self, input, grad_output):
        self._matrix(input)
        rows = zip(input, grad_output)
        return np.array([[g if entry > 0 else 0.0 for entry, g in zip(*row)] for row in rows])

    def _matrix(self, input):
        if input.ndim != 2:
            raise NotImplementedError("a matrix is needed")
