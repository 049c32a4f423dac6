# question: backpropagation_batch
# why: the default divides by len, which is the number of rows
# cause: divided_by_rows_only
# fails: backpropagation_batch-default
# says: the cost is a mean over all entries, but the result is divided by the number of rows only
# edit: cost_der=mse_der):
# to: cost_der=lambda p, t: 2 * (p - t) / len(t)):
