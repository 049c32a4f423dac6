# question: sgd_momentum
# why: sets the last change to zero in each epoch
# cause: momentum_forgotten_each_epoch
# fails: sgd_momentum-momentum
# says: the last change is set back to zero at the start of each epoch
# edit: order = rng.permutation(len(inputs))
# to: order, changes = rng.permutation(len(inputs)), [(0 * W, 0 * b) for W, b in layers]
