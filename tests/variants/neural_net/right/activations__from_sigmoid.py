# question: activations
# why: tanh from the sigmoid; relu by halves, with 0.5 at the kink
def tanh(z):
    return 2 * sigmoid(2 * z) - 1


def dtanh(z):
    return 4 * dsigmoid(2 * z)


def relu(z):
    return (z + np.abs(z)) / 2


def drelu(z):
    return 0.5 * (1 + np.sign(z))
