# question: mse_loss
# why: squares summed over the outputs, mean over the samples
# cause: mean_over_samples_only
# fails: mse_loss-forward
# says: divided by the number of samples, not by the number of entries
# edit: np.mean((y_pred - y_true) ** 2)
# to: np.mean(np.sum((y_pred - y_true) ** 2, axis=1))
