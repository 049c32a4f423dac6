# question: two_layer_last
# why: the cost, entry by entry, in place of its derivative
# cause: cost_for_derivative
# fails: two_layer_last-dC_da2
# says: dC_da2 is wrong in all entries
# edit: mse_der(predict, target)
# to: (predict - target) ** 2 / 4
