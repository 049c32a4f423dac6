# question: dropout
# why: uses the mask without its scale in backward
# cause: dropout_not_scaled
# fails: dropout-backward
# says: not scaled up
# edit: return grad_output * self.factors if self.training else grad_output
# to:   return grad_output * (self.factors > 0) if self.training else grad_output
