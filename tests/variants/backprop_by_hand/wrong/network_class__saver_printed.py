# question: network_class
# why: saves nothing but the prediction
# cause: none
# fails: network_class-saver, network_class-weights, network_class-biases, network_class-by_hand
# says: the result of _feed_forward_saver(inputs) has length 5, expected 3
# edit: return layer_inputs, zs, a
# to: return a
