# question: backward
# why: every layer's weights are derived with the network's input
# cause: network_input_everywhere
# fails: backward-output_weights, backward-hidden_weights
# says: the network's input instead of the output of the layer before
# edit: np.dot(layer.last_input.T, delta)
# to: np.dot(x.T, delta)
