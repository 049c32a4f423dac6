# question: backpropagation_batch
# why: the default divides by the number of outputs
# cause: divided_by_outputs_only
# fails: backpropagation_batch-default
# says: the cost is a mean over all entries, but the result is divided by the number of outputs on
# edit: cost_der=mse_der):
# to: cost_der=lambda p, t: 2 * (p - t) / t.shape[1]):
