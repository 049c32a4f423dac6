# question: relu
# why: hands the gradient down unchanged
# cause: missing_activation_derivative
# fails: relu-backward
# says: missing as a factor
# edit: return np.where(input > 0, grad_output, 0.0)
# to:   return grad_output
