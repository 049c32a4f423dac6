# question: backward
# why: every layer's weights are derived with the network's input, and stored past the setter that would refuse them
# cause: network_input_everywhere
# fails: backward-output_weights, backward-hidden_weights
# says: the network's input instead of the output of the layer before
# edit: layer.set_weight_gradient(np.dot(layer.last_input.T, delta))
# to: layer.linear.weight_grad = np.dot(x.T, delta)
