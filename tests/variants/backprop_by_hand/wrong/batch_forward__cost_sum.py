# question: batch_forward
# why: sums where the mean is asked
# cause: missing_mean
# fails: batch_forward-cost
# says: the division by the number of entries is missing
# edit: return mse(feed_forward_batch(inputs, layers, activation_funcs), targets)
# to: return np.sum((feed_forward_batch(inputs, layers, activation_funcs) - targets) ** 2)
