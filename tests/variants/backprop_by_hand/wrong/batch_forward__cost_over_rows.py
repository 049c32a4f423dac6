# question: batch_forward
# why: divides by the number of rows
# cause: summed_over_outputs
# fails: batch_forward-cost
# says: the squares of a sample are summed, not averaged
# edit: return mse(feed_forward_batch(inputs, layers, activation_funcs), targets)
# to: return np.sum((feed_forward_batch(inputs, layers, activation_funcs) - targets) ** 2) / len(inputs)
