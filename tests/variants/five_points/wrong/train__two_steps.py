# question: train
# why: two steps in each epoch
# cause: constant_factor
# fails: train-steps
# says: every entry is 2 times
# edit: net.apply_gradients(lr)
# to: net.apply_gradients(lr); net.apply_gradients(lr)
