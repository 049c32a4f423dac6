# question: train_network
# why: runs the loop once more than asked
# cause: one_step_too_many
# fails: train_network-step, train_network-softmax, train_network-epochs
# says: the change of W of layer 1 in one epoch is wrong in all entries
# edit: for _ in range(epochs):
# to: for _ in range(epochs + 1):
