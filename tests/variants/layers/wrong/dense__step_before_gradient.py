# question: dense
# why: computes the gradient for the layer below after the step
# cause: weights_after_the_step
# fails: dense-grad_input
# says: after the step
# edit: grad_input = grad_output @ self.weights.T
# to:   pass
# edit: return grad_input
# to:   return grad_output @ self.weights.T
