# question: backward
# why: the bias gradient keeps the samples
# cause: none
# fails: backward-single, backward-output_biases, backward-hidden_biases
# says: has shape (4, 2), expected (out,) = (2,)
# edit: np.sum(delta, axis=0)
# to: delta
