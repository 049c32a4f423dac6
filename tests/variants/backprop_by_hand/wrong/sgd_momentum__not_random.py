# question: sgd_momentum
# why: goes through the samples in the order of the data
# cause: none
# fails: sgd_momentum-random
# says: 20 different generators lead to the same order of the mini-batches
# edit: order = rng.permutation(len(inputs))
# to: order = np.arange(len(inputs))
