# question: batchnorm
# why: multiplies by the input that is not normalised
# cause: input_not_normalised
# fails: batchnorm-gamma
# says: where the normalised input belongs
# edit: np.sum(grad_output * normal, axis=0)
# to:   np.sum(grad_output * input, axis=0)
