# question: mse_loss
# why: half of the mean squared error, with a derivative that fits it
# cause: constant_factor
# fails: mse_loss-forward
# says: 0.5 times
class MSELoss:
    def forward(self, y_true, y_pred):
        if y_true.shape != y_pred.shape:
            raise ValueError("shapes differ")
        return 0.5 * np.mean((y_true - y_pred) ** 2)

    def get_gradient(self, y_true, y_pred):
        if y_true.shape != y_pred.shape:
            raise ValueError("shapes differ")
        return (y_pred - y_true) / y_pred.size
