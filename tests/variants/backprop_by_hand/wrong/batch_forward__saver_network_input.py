# question: batch_forward
# why: saves the network's input for every layer
# cause: none
# fails: batch_forward-saver
# says: layer_inputs[1] has shape (6, 3), expected (N, size of the layer) = (6, 4)
# edit: layer_inputs.append(a)
# to: layer_inputs.append(inputs)
