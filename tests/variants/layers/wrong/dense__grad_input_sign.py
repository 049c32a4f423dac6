# question: dense
# why: has a wrong sign in the gradient for the layer below
# cause: wrong_sign
# fails: dense-grad_input
# says: the sign is wrong
# edit: grad_input = grad_output @ self.weights.T
# to:   grad_input = -grad_output @ self.weights.T
