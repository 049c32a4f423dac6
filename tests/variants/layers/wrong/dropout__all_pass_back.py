# question: dropout
# why: lets every gradient pass
# cause: mask_left_out
# fails: dropout-backward
# says: the gradient passes everywhere
# edit: return grad_output * self.factors if self.training else grad_output
# to:   return grad_output
