# question: sgd_momentum
# why: draws samples with replacement
# cause: samples_repeated
# fails: sgd_momentum-samples
# says: some samples are used more than once in an epoch, others not at all
# edit: order = rng.permutation(len(inputs))
# to: order = rng.integers(len(inputs), size=len(inputs))
