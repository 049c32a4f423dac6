# question: backward
# why: the way down uses the weights and not their transpose
# cause: none
# fails: backward-hidden_weights, backward-hidden_biases
# says: backward(x, y) raised ValueError: shapes
# edit: upstream = np.dot(delta, layer.get_weight().T)
# to: upstream = np.dot(delta, layer.get_weight())
