# question: mse_der
# why: subtracts the prediction from the target
# cause: wrong_sign
# fails: mse_der-values
# says: the sign is wrong in every entry
# edit: (predict - target)
# to: (target - predict)
