# question: backward
# why: the bias gradient ignores what comes from above
# cause: bias_gradient_of_ones
# fails: backward-single, backward-output_biases, backward-hidden_biases
# says: ignores what comes from above
# edit: np.sum(delta, axis=0)
# to: np.ones(delta.shape[1])
