# question: mse_loss
# why: numpy itself, flat arrays, numbers as 0-d arrays
import numpy


class MSELoss:
    def __init__(self, verbose=True):
        self.verbose = verbose

    def forward(self, y_true, y_pred):
        if y_true.ndim != y_pred.ndim or y_true.shape != y_pred.shape:
            raise ValueError("y_true and y_pred must have the same shape")
        error = (y_true - y_pred).ravel()
        if self.verbose:
            print("error", error)
        return numpy.asarray(error @ error / error.size)

    def get_gradient(self, y_true, y_pred):
        if y_true.ndim != y_pred.ndim or y_true.shape != y_pred.shape:
            raise ValueError("y_true and y_pred must have the same shape")
        gradient = y_pred.copy()
        gradient -= y_true
        gradient *= 2
        gradient /= y_pred.shape[0] * y_pred.shape[1]
        return gradient
