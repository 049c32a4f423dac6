# question: backpropagation_batch
# why: the bias of the first sample only
# cause: one_sample_only
# fails: backpropagation_batch-biases
# says: only one sample of the batch is used
# edit: np.sum(dC_dz, axis=0)
# to: dC_dz[0]
