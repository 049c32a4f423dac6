# question: dropout
# why: uses the last mask in the backward pass of a prediction
# cause: old_mask_used
# fails: dropout-predict
# says: Dropout(p).backward(input, grad_output) with training = False
# edit: return grad_output * self.factors if self.training else grad_output
# to:   return grad_output * self.factors
