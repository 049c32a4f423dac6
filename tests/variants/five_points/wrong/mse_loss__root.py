# question: mse_loss
# why: root of the mean squared error
# cause: root_of_the_mean
# fails: mse_loss-forward
# says: square root of the right value
# edit: np.mean((y_pred - y_true) ** 2)
# to: np.sqrt(np.mean((y_pred - y_true) ** 2))
