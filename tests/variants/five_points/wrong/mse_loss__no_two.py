# question: mse_loss
# why: derivative without its factor
# cause: missing_factor_two
# fails: mse_loss-gradient
# says: factor 2 of the square
# edit: return 2 * (y_pred - y_true) / np.size(y_pred)
# to: return (y_pred - y_true) / np.size(y_pred)
