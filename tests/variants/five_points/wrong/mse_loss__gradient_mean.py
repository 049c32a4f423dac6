# question: mse_loss
# why: a mean in place of an array
# cause: none
# fails: mse_loss-gradient
# says: has shape (), expected (N, out)
# edit: return 2 * (y_pred - y_true) / np.size(y_pred)
# to: return np.mean(2 * (y_pred - y_true))
