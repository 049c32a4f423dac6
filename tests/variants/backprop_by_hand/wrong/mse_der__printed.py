# question: mse_der
# why: prints instead of returning
# cause: prints_instead_of_returning
# fails: mse_der-values
# says: the function prints its result
# edit: return 2 * (predict - target) / np.size(predict)
# to: print(2 * (predict - target) / np.size(predict))
