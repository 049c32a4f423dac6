# question: minibatch
# why: averages the gradient of the output bias a second time
# cause: batch_averaged_twice
# fails: minibatch-output
# says: the result is divided by the number of samples twice.
# edit: np.sum(delta_o, axis=0)
# to:   np.mean(delta_o, axis=0)
