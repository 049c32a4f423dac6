# question: backpropagation
# why: returns the last layer first
# cause: layers_reversed
# fails: backpropagation-weights, backpropagation-biases, backpropagation-cost_der, backpropagation-by_hand
# says: the layers' gradients come in reverse order
# edit: return layer_grads[::-1]
# to: return layer_grads
