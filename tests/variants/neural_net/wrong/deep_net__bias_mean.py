# question: deep_net
# why: averages the bias gradients a second time
# cause: batch_averaged_twice
# fails: deep_net-grad_biases
# says: the result is divided by the number of samples twice.
# edit: np.sum(delta, axis=0)
# to:   np.mean(delta, axis=0)
