# question: backpropagation
# why: asks autograd
# cause: activation_ders_ignored
# also: cost_der_ignored
# fails: backpropagation-by_hand, backpropagation-cost_der
# says: these are the true derivatives, not the ones that were passed
def backpropagation(input, layers, activation_funcs, target, activation_ders, cost_der=mse_der):
    return grad(cost, 0)(layers, input, activation_funcs, target)
