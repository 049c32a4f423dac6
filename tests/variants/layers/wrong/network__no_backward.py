# question: network
# why: forgets the backward pass
# cause: backward_not_called
# fails: network-step
# says: nothing is learnt
# edit: gradient = layer.backward(layer_input, gradient)
# to:   gradient = gradient + 0
