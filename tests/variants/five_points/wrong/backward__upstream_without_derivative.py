# question: backward
# why: hands down the upstream gradient, not the delta
# cause: slope_above_left_out
# fails: backward-hidden_weights, backward-hidden_biases
# says: net.layers[1].linear.weight_grad is wrong
# edit: upstream = np.dot(delta,
# to: upstream = np.dot(upstream,
