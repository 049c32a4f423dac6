# question: apply_gradients
# why: the learning rate is ignored
# cause: learning_rate_ignored
# fails: apply_gradients-step
# says: does not use the learning rate
# edit: linear.weight = linear.weight - learning_rate * linear.weight_grad
# to: linear.weight = linear.weight - linear.weight_grad
