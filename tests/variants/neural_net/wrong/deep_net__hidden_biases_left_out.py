# question: deep_net
# why: forgets the biases of the hidden layers
# cause: biases_not_added
# fails: deep_net-forward, deep_net-grad_biases
# says: the biases are not added.
# edit: np.dot(inputs[-1], W) + b)
# to:   np.dot(inputs[-1], W))
