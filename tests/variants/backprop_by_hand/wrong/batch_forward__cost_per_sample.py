# question: batch_forward
# why: returns one cost for each sample
# cause: none
# fails: batch_forward-cost
# says: cost_batch(layers, inputs, activation_funcs, targets) is a numpy array of shape (5,)
# edit: return mse(feed_forward_batch(inputs, layers, activation_funcs), targets)
# to: return np.mean((feed_forward_batch(inputs, layers, activation_funcs) - targets) ** 2, axis=1)
