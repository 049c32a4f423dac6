# question: batch_forward
# why: all weights are zero
# cause: none
# fails: batch_forward-layers
# says: all weights of layer 1 are 0
# edit: np.random.randn(in_size, out_size)
# to: np.zeros((in_size, out_size))
