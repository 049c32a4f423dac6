# question: backpropagation
# why: every layer is fed the network's input
# cause: network_input_everywhere
# fails: backpropagation-weights
# says: every layer is fed the network's input instead of the output of the layer before
# edit: np.outer(dC_dz, layer_input)
# to: np.outer(dC_dz, input)
