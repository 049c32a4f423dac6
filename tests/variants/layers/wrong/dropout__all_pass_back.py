# question: dropout
# why: lets every gradient pass
# cause: missing_activation_derivative
# fails: dropout-backward
# says: missing as a factor
# edit: return grad_output * self.factors if self.training else grad_output
# to:   return grad_output
