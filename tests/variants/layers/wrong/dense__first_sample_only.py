# question: dense
# why: uses the first sample of the batch alone
# cause: one_sample_only
# fails: dense-weights, dense-biases
# says: only one sample of the batch is used
# edit: (input.T @ grad_output)
# to:   (input[:1].T @ grad_output[:1])
# edit: np.sum(grad_output, axis=0)
# to:   grad_output[0]
