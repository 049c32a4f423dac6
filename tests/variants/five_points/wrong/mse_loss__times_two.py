# question: mse_loss
# why: a product in place of a square
# cause: times_two_for_square
# fails: mse_loss-forward
# says: written as `* 2`
# edit: np.mean((y_pred - y_true) ** 2)
# to: np.mean((y_pred - y_true) * 2)
