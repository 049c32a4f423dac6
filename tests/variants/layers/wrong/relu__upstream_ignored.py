# question: relu
# why: returns its own derivative without the chain rule
# cause: upstream_ignored
# fails: relu-backward
# says: what comes from above is ignored
# edit: return np.where(input > 0, grad_output, 0.0)
# to:   return np.where(input > 0, 1.0, 0.0)
