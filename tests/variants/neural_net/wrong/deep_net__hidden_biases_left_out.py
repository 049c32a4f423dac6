# question: deep_net
# why: forgets the biases of the hidden layers
# cause: biases_not_added
# fails: deep_net-forward, deep_net-grad_biases
# says: the biases are not added.
# edit: inputs[-1] @ W + b)
# to:   inputs[-1] @ W)
