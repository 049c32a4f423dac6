# question: train_network
# why: uses an mse derivative that divides by the rows
# cause: divided_by_rows_only
# fails: train_network-step
# says: the cost is a mean over all entries, but the result is divided by the number of rows only
# edit: cost_der = []
# to: cost_der = [lambda predict, targets: 2 * (predict - targets) / len(targets)]
