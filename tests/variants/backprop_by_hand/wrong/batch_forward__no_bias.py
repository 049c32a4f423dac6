# question: batch_forward
# why: leaves the bias out of the forward pass
# cause: bias_left_out
# fails: batch_forward-forward
# says: the bias is left out
# edit: activation_func(a @ W + b)
# to: activation_func(a @ W)
