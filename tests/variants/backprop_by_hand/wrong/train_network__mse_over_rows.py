# question: train_network
# why: uses an mse derivative that divides by the rows
# cause: divided_by_rows_only
# fails: train_network-step
# says: the cost is a mean over all entries, but the result is divided by the number of rows only
# edit: return backpropagation_batch(inputs, layers, activation_funcs, targets, activation_ders)
# to: return backpropagation_batch(inputs, layers, activation_funcs, targets, activation_ders, lambda p, t: 2 * (p - t) / len(p))
