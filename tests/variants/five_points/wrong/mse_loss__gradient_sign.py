# question: mse_loss
# why: truth minus prediction
# cause: wrong_sign
# fails: mse_loss-gradient
# says: the sign is wrong
# edit: return 2 * (y_pred - y_true) / np.size(y_pred)
# to: return 2 * (y_true - y_pred) / np.size(y_pred)
