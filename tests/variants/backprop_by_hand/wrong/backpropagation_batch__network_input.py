# question: backpropagation_batch
# why: every layer is fed the network's input
# cause: none
# fails: backpropagation_batch-weights
# says: dC_dW of layer 2 of 2 for 5 samples has shape (4, 2), expected the shape of W = (3, 2)
# edit: layer_input.T @ dC_dz
# to: inputs.T @ dC_dz
