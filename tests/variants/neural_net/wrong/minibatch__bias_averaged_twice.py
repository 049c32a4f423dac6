# question: minibatch
# why: averages the gradient of the hidden bias a second time
# cause: batch_averaged_twice
# fails: minibatch-hidden
# says: the result is divided by the number of samples twice.
# edit: np.sum(delta_h, axis=0)
# to:   np.mean(delta_h, axis=0)
