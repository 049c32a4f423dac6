# question: backward
# why: a mean over the samples for the bias
# cause: batch_averaged_twice
# fails: backward-single, backward-output_biases, backward-hidden_biases
# says: divided by the number of samples twice
# edit: np.sum(delta, axis=0)
# to: np.mean(delta, axis=0)
