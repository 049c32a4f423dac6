# question: dsigmoid
# why: lets autograd differentiate
from autograd import elementwise_grad


def dsigmoid(X):
    return elementwise_grad(sigmoid)(np.asarray(X, dtype=float))
