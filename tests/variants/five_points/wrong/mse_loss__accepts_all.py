# question: mse_loss
# why: shapes are not looked at
# cause: none
# fails: mse_loss-refuses
# says: raised no ValueError; it returned
class MSELoss:
    def forward(self, y_true, y_pred):
        return np.mean((y_pred - y_true) ** 2)

    def get_gradient(self, y_true, y_pred):
        return 2 * (y_pred - y_true) / np.size(y_pred)
