# question: backward
# why: weights are changed before they are used
# cause: weights_after_the_step
# also: changed_by_backward
# fails: backward-hidden_weights, backward-hidden_biases, backward-repeat
# says: wrong in all entries
# edit: layer.set_bias_gradient(np.sum(delta, axis=0))
# to: layer.set_bias_gradient(np.sum(delta, axis=0)); layer.linear.weight = layer.linear.weight - 0.1 * layer.linear.weight_grad
