# question: deep_net
# why: forgets the mean over the batch
# cause: batch_not_averaged
# fails: deep_net-grad_weights, deep_net-grad_biases
# says: the gradients of the samples are summed, not averaged.
# edit:  / len(X)
# to:
