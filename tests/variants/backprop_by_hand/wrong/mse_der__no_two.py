# question: mse_der
# why: forgets the factor 2
# cause: missing_factor_two
# fails: mse_der-values
# says: the factor 2 of the square's derivative is missing
# edit: 2 * (predict - target)
# to: (predict - target)
