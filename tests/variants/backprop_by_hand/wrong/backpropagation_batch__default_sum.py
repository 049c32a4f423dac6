# question: backpropagation_batch
# why: the default is the derivative of a sum
# cause: missing_mean
# fails: backpropagation_batch-default
# says: the division by the number of entries is missing
# edit: cost_der=mse_der):
# to: cost_der=lambda p, t: 2 * (p - t)):
