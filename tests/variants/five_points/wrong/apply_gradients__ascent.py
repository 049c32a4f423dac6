# question: apply_gradients
# why: goes up the gradient
# cause: gradient_ascent
# fails: apply_gradients-step
# says: goes up the gradient
# edit: linear.weight = linear.weight - learning_rate * linear.weight_grad
# to: linear.weight = linear.weight + learning_rate * linear.weight_grad
# edit: linear.bias = linear.bias - learning_rate * linear.bias_grad
# to: linear.bias = linear.bias + learning_rate * linear.bias_grad
