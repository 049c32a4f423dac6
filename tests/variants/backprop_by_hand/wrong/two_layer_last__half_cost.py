# question: two_layer_last
# why: the derivative of half the cost
# cause: missing_factor_two
# fails: two_layer_last-dC_da2
# says: the factor 2 of the square's derivative is missing
# edit: mse_der(predict, target)
# to: (predict - target) / 4
