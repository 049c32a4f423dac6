# question: mse_der
# why: returns the mean over the entries, one number
# cause: none
# fails: mse_der-values
# says: mse_der(predict, target) has shape (), expected (n,) = (3,)
# edit: return 2 * (predict - target) / np.size(predict)
# to: return np.mean(2 * (predict - target))
