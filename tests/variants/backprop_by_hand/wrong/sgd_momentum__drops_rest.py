# question: sgd_momentum
# why: leaves the last, smaller mini-batch out
# cause: rest_left_out
# fails: sgd_momentum-samples
# says: the samples that do not fill a whole mini-batch are left out
# edit: range(0, len(order), batch_size)
# to: range(0, len(order) - batch_size + 1, batch_size)
