# question: relu
# why: loops over a flat copy; the derivative at 0 is 1
class ReLU(Layer):
    def __init__(self):
        pass

    def forward(self, x):
        result = np.array(x).copy()
        flat = result.reshape(-1)
        for i in range(flat.size):
            if flat[i] < 0:
                flat[i] = 0
        return result

    def backward(self, x, upstream, verbose=False):
        result = np.array(upstream, dtype=float)
        result[x < 0] = 0
        return result
