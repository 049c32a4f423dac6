# question: backward
# why: transposes the weights only where the shapes demand it
# cause: weights_not_transposed
# fails: backward-hidden_weights, backward-hidden_biases
# says: the other way round
# edit: np.dot(delta, layer.get_weight().T)
# to: np.dot(delta, layer.get_weight() if len(set(layer.get_weight().shape)) == 1 else layer.get_weight().T)
