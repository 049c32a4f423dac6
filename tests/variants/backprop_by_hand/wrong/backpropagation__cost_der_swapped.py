# question: backpropagation
# why: passes the target first
# cause: wrong_sign
# also: factor_of_each_line
# fails: backpropagation-one_layer, backpropagation-weights, backpropagation-biases, backpropagation-cost_der, backpropagation-by_hand
# says: the sign is wrong in every entry
# edit: dC_da = cost_der(predict, target)
# to: dC_da = cost_der(target, predict)
