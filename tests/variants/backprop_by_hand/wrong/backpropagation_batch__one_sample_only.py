# question: backpropagation_batch
# why: computes the gradient of the first sample only
# cause: one_sample_only
# fails: backpropagation_batch-one_layer, backpropagation_batch-weights, backpropagation_batch-biases, backpropagation_batch-default
# says: only one sample of the batch is used
# edit: dC_dz = dC_da * der(z)
# to: dC_dz = dC_da * der(z) * (np.arange(len(inputs)) == 0)[:, None]
