# question: network_class
# why: autograd_gradient calls compute_gradient
# cause: derivatives_by_hand
# fails: network_class-autograd_gradient
# says: it follows the derivatives that were passed
# edit: return grad(cost_of)(self.layers)
# to: return self.compute_gradient(inputs, targets)
