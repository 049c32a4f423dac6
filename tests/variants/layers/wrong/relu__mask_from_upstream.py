# question: relu
# why: looks at the sign of the upstream gradient
# cause: mask_from_upstream
# fails: relu-backward
# says: the sign of the upstream gradient decides
# edit: return np.where(input > 0, grad_output, 0.0)
# to:   return np.where(grad_output > 0, grad_output, 0.0)
