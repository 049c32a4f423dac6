# question: apply_gradients
# why: the biases stay as they are
# cause: not_updated
# fails: apply_gradients-step
# says: the change of net.layers[0].linear.bias
# edit: linear.bias = linear.bias - learning_rate * linear.bias_grad
# to: pass
