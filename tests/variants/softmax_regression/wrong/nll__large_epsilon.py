# question: nll
# why: an epsilon that is too large
# cause: none
# fails: nll-vector, nll-batch, nll-zero
# says: has the wrong value
# edit: 1e-12
# to: 1e-2
