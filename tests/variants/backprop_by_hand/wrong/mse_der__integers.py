# question: mse_der
# why: divides with rounding
# cause: none
# fails: mse_der-values
# says: mse_der(predict, target) is wrong in all entries
# edit: / np.size(predict)
# to: // np.size(predict)
