# question: apply_gradients
# why: the new weights are put into a local name
# cause: not_updated
# fails: apply_gradients-step
# says: the same after the step
# edit: linear.weight = linear.weight - learning_rate * linear.weight_grad
# to: weight = linear.weight - learning_rate * linear.weight_grad
