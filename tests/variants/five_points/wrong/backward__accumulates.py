# question: backward
# why: adds to the gradient of the call before
# cause: gradient_accumulated
# fails: backward-repeat
# says: the gradient of the call before is still in it
# edit: np.dot(layer.last_input.T, delta)
# to: np.dot(layer.last_input.T, delta) + (0 if layer.linear.weight_grad is None else layer.linear.weight_grad)
