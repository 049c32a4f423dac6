# question: train
# why: two steps in each epoch
# cause: step_twice_as_long
# fails: train-steps
# says: the step is twice as long
# edit: net.apply_gradients(lr)
# to: net.apply_gradients(lr); net.apply_gradients(lr)
