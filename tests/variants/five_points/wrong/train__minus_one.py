# question: train
# why: counts the epochs from 1
# cause: none
# also: one_step_too_few
# fails: train-losses, train-steps
# says: losses has shape (2,) after 3 epochs
# edit: range(epochs)
# to: range(1, epochs)
