# question: network
# why: calls backward twice
# cause: step_made_twice
# fails: network-step
# says: more than one step
# edit: gradient = layer.backward(layer_input, gradient)
# to:   _, gradient = layer.backward(layer_input, gradient), layer.backward(layer_input, gradient)
