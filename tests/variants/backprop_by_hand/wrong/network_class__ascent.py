# question: network_class
# why: adds the gradient
# cause: gradient_ascent
# fails: network_class-update
# says: the step goes up the gradient instead of down
# edit: (W - learning_rate * dW, b - learning_rate * db)
# to: (W + learning_rate * dW, b + learning_rate * db)
