# question: mse_der
# why: does not divide by the number of entries
# cause: missing_mean
# fails: mse_der-values
# says: the division by the number of entries is missing
# edit: / np.size(predict)
# to: / 1
