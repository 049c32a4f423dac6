# question: sgd_momentum
# why: takes the targets of other samples
# cause: none
# fails: sgd_momentum-samples, sgd_momentum-random, sgd_momentum-iris
# says: 1 epoch, 5 samples in mini-batches of 2, no momentum: the parameters end
# edit: targets[rows]
# to: targets[start : start + batch_size]
