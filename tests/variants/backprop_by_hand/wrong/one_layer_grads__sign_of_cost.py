# question: one_layer_grads
# why: the difference the other way round, and all that follows is built on it
# cause: wrong_sign
# fails: one_layer_grads-dC_da
# says: the sign is wrong in every entry
# edit: mse_der(predict, target)
# to: mse_der(target, predict)
