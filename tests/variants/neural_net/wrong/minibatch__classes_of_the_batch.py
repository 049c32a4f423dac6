# question: minibatch
# why: takes the largest label of the batch for the last class
# cause: none
# also: factor_of_each_line
# fails: minibatch-output, minibatch-hidden, minibatch-one_row
# says: grad_loss_batch(model, X, y) raised ValueError
# edit: one_hot(model.output_size, y)
# to:   one_hot(max(y) + 1, y)
