# question: network_class
# why: computes the step and keeps the old parameters
# cause: not_updated
# fails: network_class-update
# says: the parameters are the same after the step
# edit: (W - learning_rate * dW, b - learning_rate * db)
# to: (W, b)
