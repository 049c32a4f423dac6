# question: mse_loss
# why: the gradient takes the type of the labels
# cause: integer_result
# fails: mse_loss-gradient
# says: whole numbers
# edit: return 2 * (y_pred - y_true) / np.size(y_pred)
# to: return (2 * (y_pred - y_true) / np.size(y_pred)).astype(np.asarray(y_true).dtype)
