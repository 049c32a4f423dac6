# question: train_network
# why: updates the weights only
# cause: not_updated
# fails: train_network-step, train_network-softmax
# says: the parameters are the same after the step
# edit: b - learning_rate * db)
# to: b)
