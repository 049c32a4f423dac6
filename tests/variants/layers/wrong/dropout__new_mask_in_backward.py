# question: dropout
# why: draws a new mask in backward
# cause: another_mask
# fails: dropout-backward
# says: is wrong in
# edit: return grad_output * self.factors if self.training else grad_output
# to:   return grad_output * (np.random.uniform(size=input.shape) >= self.p) / (1 - self.p) if self.training else grad_output
