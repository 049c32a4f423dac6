# question: train
# why: a learning rate of its own
# cause: fixed_step
# fails: train-steps, train-learns
# says: whatever learning rate is asked for
# edit: net.apply_gradients(lr)
# to: net.apply_gradients(0.01)
