# question: train
# why: forgets the steps
# cause: none
# also: not_updated
# fails: train-losses, train-steps, train-learns
# says: does not change the loss
# edit: net.apply_gradients(lr)
# to: pass
