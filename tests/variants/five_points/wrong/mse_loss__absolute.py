# question: mse_loss
# why: mean absolute error
# cause: absolute_for_square
# fails: mse_loss-forward
# says: absolute values stand in the place
# edit: np.mean((y_pred - y_true) ** 2)
# to: np.mean(np.abs(y_pred - y_true))
