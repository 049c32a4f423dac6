# question: train
# why: a learning rate of its own
# cause: constant_factor
# fails: train-steps, train-learns
# says: every entry is 0.03333 times
# edit: net.apply_gradients(lr)
# to: net.apply_gradients(0.01)
