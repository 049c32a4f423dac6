# question: train_network
# why: forgets the learning rate
# cause: learning_rate_ignored
# fails: train_network-step, train_network-softmax
# says: the step does not use the learning rate
# edit: training_grads(inputs, layers, activation_funcs, targets, activation_ders), learning_rate
# to: training_grads(inputs, layers, activation_funcs, targets, activation_ders), 1.0
