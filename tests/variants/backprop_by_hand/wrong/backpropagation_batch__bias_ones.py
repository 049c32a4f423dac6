# question: backpropagation_batch
# why: the gradient of the bias is one
# cause: bias_gradient_of_ones
# fails: backpropagation_batch-biases
# says: the gradient of the bias ignores what comes from above
# edit: np.sum(dC_dz, axis=0)
# to: np.ones(dC_dz.shape[1])
