# question: sgd_momentum
# why: starts each mini-batch at a random place
# cause: samples_repeated
# fails: sgd_momentum-samples
# says: some samples are used more than once in an epoch, others not at all
# edit: rows = order[start : start + batch_size]
# to: rows = rng.integers(len(inputs), size=batch_size)
