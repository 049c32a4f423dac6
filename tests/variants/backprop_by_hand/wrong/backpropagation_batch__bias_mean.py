# question: backpropagation_batch
# why: the mean over the samples where the sum belongs
# cause: batch_averaged_twice
# fails: backpropagation_batch-biases
# says: the result is divided by the number of samples twice
# edit: np.sum(dC_dz, axis=0)
# to: np.mean(dC_dz, axis=0)
