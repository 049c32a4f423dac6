# question: mse_loss
# why: only the loss looks at the shapes
# cause: none
# fails: mse_loss-refuses
# says: get_gradient(y_true, y_pred) for shapes (5,) and (5, 1) raised no ValueError
class MSELoss:
    def forward(self, y_true, y_pred):
        if y_true.shape != y_pred.shape:
            raise ValueError("shapes differ")
        return np.mean((y_pred - y_true) ** 2)

    def get_gradient(self, y_true, y_pred):
        return 2 * (y_pred - y_true) / np.size(y_pred)
