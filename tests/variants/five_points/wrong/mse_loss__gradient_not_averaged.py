# question: mse_loss
# why: derivative without the mean
# cause: missing_mean
# fails: mse_loss-gradient
# says: the division by the number of entries is missing
# edit: return 2 * (y_pred - y_true) / np.size(y_pred)
# to: return 2 * (y_pred - y_true)
