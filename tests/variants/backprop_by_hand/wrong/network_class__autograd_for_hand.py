# question: network_class
# why: compute_gradient asks autograd
# cause: activation_ders_ignored
# fails: network_class-by_hand
# says: these are the true derivatives, not the ones that were passed
# edit: return layer_grads
# to: return self.autograd_gradient(inputs, targets)
