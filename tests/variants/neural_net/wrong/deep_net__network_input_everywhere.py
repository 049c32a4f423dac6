# question: deep_net
# why: uses the input of the network for every layer
# cause: none
# fails: deep_net-grad_weights
# says: grads["weights"][1] (hidden_sizes=[4], N = 3) has shape (3, 4), expected (in, out) = (4, 4).
# edit: inputs[i].T @ delta
# to:   X.T @ delta
