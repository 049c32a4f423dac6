# question: backpropagation
# why: prints instead of returning
# cause: prints_instead_of_returning
# fails: backpropagation-one_layer, backpropagation-weights, backpropagation-biases, backpropagation-cost_der, backpropagation-by_hand
# says: the function prints its result
# edit: return layer_grads[::-1]
# to: print(layer_grads[::-1])
