# question: deep_net
# why: makes no weights for the output layer
# cause: none
# fails: deep_net-init
# says: model.weights has length 0, expected 1.
# edit: for n_in, n_out in pairwise(sizes)
# to:   for n_in, n_out in pairwise(sizes[:-1])
