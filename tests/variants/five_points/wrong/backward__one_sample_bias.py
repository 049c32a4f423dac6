# question: backward
# why: the bias gradient is that of the first sample
# cause: one_sample_only
# fails: backward-single, backward-output_biases, backward-hidden_biases
# says: only one sample of the batch
# edit: np.sum(delta, axis=0)
# to: delta[0]
