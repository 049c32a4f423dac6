# question: mse_loss
# why: one loss for each sample
# cause: none
# fails: mse_loss-forward
# says: one number is expected
# edit: np.mean((y_pred - y_true) ** 2)
# to: np.mean((y_pred - y_true) ** 2, axis=1)
