# question: mse_der
# why: divides with rounding
# cause: none
# also: rounded_down
# fails: mse_der-values
# says: mse_der(predict, target) is wrong in all entries
# edit: / np.size(predict)
# to: // np.size(predict)
