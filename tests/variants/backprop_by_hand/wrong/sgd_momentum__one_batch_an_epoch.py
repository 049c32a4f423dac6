# question: sgd_momentum
# why: makes one step for each epoch, with one mini-batch
# cause: none
# fails: sgd_momentum-samples, sgd_momentum-random, sgd_momentum-momentum, sgd_momentum-iris
# says: 1 epoch, 4 samples in mini-batches of 2, no momentum: the parameters end
# edit: for start in range(0, len(order), batch_size):
# to: for start in [0]:
