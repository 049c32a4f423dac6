# question: relu
# why: cuts at the wrong end of a range that never ends
# cause: passes_everything
# fails: relu-forward
# says: the output is the input
# edit: return np.maximum(input, 0)
# to:   return np.minimum(input, np.inf)
