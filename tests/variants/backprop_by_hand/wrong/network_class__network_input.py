# question: network_class
# why: every layer is fed the network's input
# cause: none
# fails: network_class-weights
# says: dC_dW of layer 2 from compute_gradient(inputs, targets) has shape (4, 2), expected the sha
# edit: layer_inputs[i].T @ dC_dz
# to: inputs.T @ dC_dz
