# question: backpropagation
# why: asks autograd, and starts with the cost_der that is passed
# cause: activation_ders_ignored
# fails: backpropagation-by_hand
# says: these are the true derivatives, not the ones that were passed
def backpropagation(input, layers, activation_funcs, target, activation_ders, cost_der=mse_der):
    upstream = cost_der(feed_forward(input, layers, activation_funcs), target)
    return grad(lambda ls: np.sum(upstream * feed_forward(input, ls, activation_funcs)))(layers)
