# question: train
# why: the learning rate falls a little in each epoch
# cause: term_scaled
# fails: train-steps
# says: in two epochs
# edit: net.apply_gradients(lr)
# to: net.apply_gradients(lr); lr = 0.999 * lr
