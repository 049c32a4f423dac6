# question: batch_forward
# why: every layer has the activation of the first
# cause: first_activation_everywhere
# fails: batch_forward-forward
# says: the prediction for 6 samples is wrong in all entries
# edit: a = activation_func(a @ W + b)
# to: a = activation_funcs[0](a @ W + b)
