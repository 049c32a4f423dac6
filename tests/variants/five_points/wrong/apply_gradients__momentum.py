# question: apply_gradients
# why: momentum, so that only the first step is plain
# cause: kept_from_earlier_call
# fails: apply_gradients-step
# says: in a second call of apply_gradients
# edit: linear.weight - learning_rate * linear.weight_grad
# to: linear.weight - learning_rate * (linear.weight_grad + 0.9 * getattr(linear, "last", 0)); linear.last = linear.weight_grad
