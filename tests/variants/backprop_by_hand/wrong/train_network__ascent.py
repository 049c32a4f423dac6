# question: train_network
# why: adds the gradient
# cause: gradient_ascent
# fails: train_network-step, train_network-softmax, train_network-iris
# says: the step goes up the gradient instead of down
# edit: (W - learning_rate * dW, b - learning_rate * db)
# to: (W + learning_rate * dW, b + learning_rate * db)
