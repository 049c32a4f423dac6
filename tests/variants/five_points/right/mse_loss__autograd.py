# question: mse_loss
# why: the derivative by automatic differentiation
import autograd


class MSELoss:
    def forward(self, y_true, y_pred):
        assert_same_shape(y_true, y_pred)
        return np.mean(np.mean(np.square(y_true - y_pred), axis=0))

    def get_gradient(self, y_true, y_pred):
        assert_same_shape(y_true, y_pred)
        return autograd.grad(lambda p: self.forward(y_true, p))(y_pred)


def assert_same_shape(a, b):
    if a.shape == b.shape:
        return
    raise ValueError(f"{a.shape} != {b.shape}")
