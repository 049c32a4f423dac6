# question: batch_forward
# why: returns the pre-activations first
# cause: none
# fails: batch_forward-saver
# says: layer_inputs[0] has shape (5, 3), expected (N, size of the layer) = (5, 4)
# edit: return layer_inputs, zs, a
# to: return zs, layer_inputs, a
