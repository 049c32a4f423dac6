# question: nll
# why: finds the class of each sample along the wrong axis where there are as many samples as classes
# cause: none
# fails: nll-batch
# says: nll of a batch
# edit: costs = -np.sum(Y_true
# to: costs = -np.sum((Y_true.T if Y_true.shape[0] == Y_true.shape[1] else Y_true)
