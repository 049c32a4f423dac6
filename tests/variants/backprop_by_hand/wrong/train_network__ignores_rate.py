# question: train_network
# why: forgets the learning rate
# cause: learning_rate_ignored
# fails: train_network-step, train_network-softmax
# says: the step does not use the learning rate
# edit: (W - learning_rate * dW, b - learning_rate * db)
# to: (W - dW, b - db)
