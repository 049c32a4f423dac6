# question: relu
# why: takes the absolute value
# cause: absolute_value
# fails: relu-forward
# says: negative entries come out positive
# edit: return np.maximum(input, 0)
# to:   return np.abs(input)
