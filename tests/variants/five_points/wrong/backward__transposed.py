# question: backward
# why: weight gradients are laid out (out, in)
# cause: transposed
# fails: backward-single, backward-output_weights, backward-hidden_weights
# says: the array is transposed
# edit: np.dot(layer.last_input.T, delta)
# to: np.dot(delta.T, layer.last_input)
