# question: minibatch
# why: sums the samples' gradients and forgets the mean
# cause: batch_not_averaged
# fails: minibatch-output, minibatch-hidden
# says: the gradients of the samples are summed, not averaged.
# edit:  / len(X)
# to:
