# question: mse_loss
# why: the sum of the squares
# cause: missing_mean
# fails: mse_loss-forward
# says: the division by the number of entries is missing
# edit: np.mean((y_pred - y_true) ** 2)
# to: np.sum((y_pred - y_true) ** 2)
