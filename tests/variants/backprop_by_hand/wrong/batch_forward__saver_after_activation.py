# question: batch_forward
# why: saves the activation in place of the pre-activation
# cause: saved_after_activation
# fails: batch_forward-saver
# says: the activation is saved in place of the pre-activation
# edit: zs.append(a @ W + b)
# to: zs.append(activation_func(a @ W + b))
# edit: a = activation_func(zs[-1])
# to: a = zs[-1]
