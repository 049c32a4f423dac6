# question: mse_loss
# why: derivative divided by the number of samples
# cause: mean_over_samples_only
# fails: mse_loss-gradient
# says: not by the number of entries
# edit: return 2 * (y_pred - y_true) / np.size(y_pred)
# to: return 2 * (y_pred - y_true) / len(y_pred)
